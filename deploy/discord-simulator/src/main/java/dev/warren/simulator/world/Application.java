package dev.warren.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.Set;

/** The bot's application: its tokens, and the privileged intents that its owner has switched on. Confined to the event loop. */
public final class Application {
    private final Snowflake id;
    private final String name;
    private final Set<String> tokens;
    private final Set<Intent> granted = EnumSet.noneOf(Intent.class);

    public Application(Snowflake id, String name, Set<String> tokens, Set<Intent> granted) {
        this.id = id;
        this.name = name;
        this.tokens = Set.copyOf(tokens);
        this.granted.addAll(granted);
    }

    public Snowflake id() {
        return id;
    }

    /** Whether the token is the bot's, with or without the word {@code Bot} before it. */
    public boolean accepts(String token) {
        return tokens.contains(token.startsWith("Bot ") ? token.substring(4) : token);
    }

    /** Switches a privileged intent; others are always granted. */
    public void grant(Intent intent, boolean on) {
        if (on) {
            granted.add(intent);
        } else {
            granted.remove(intent);
        }
    }

    public boolean granted(Intent intent) {
        return !intent.privileged() || granted.contains(intent);
    }

    /** Whether all intents of a set are granted. */
    public boolean allows(long intents) {
        for (Intent intent : Intent.values()) {
            if (intent.in(intents) && !granted(intent)) {
                return false;
            }
        }
        return true;
    }

    /** The application's flags; as of an unverified application, whose grants are the limited ones. */
    public int flags() {
        return (granted(Intent.GUILD_PRESENCES) ? 1 << 13 : 0)
                | (granted(Intent.GUILD_MEMBERS) ? 1 << 15 : 0)
                | (granted(Intent.MESSAGE_CONTENT) ? 1 << 19 : 0);
    }

    /** The application object as Discord sends it. */
    public JsonObject json(World world) {
        User owner = world.user("owner");
        return new JsonObject()
                .put("id", id.toString())
                .put("name", name)
                .put("icon", null)
                .put("description", "")
                .put("type", null)
                .put("bot", world.bot().json())
                .put("owner", owner.json())
                .put("team", null)
                .put("bot_public", true)
                .put("bot_require_code_grant", false)
                .put("rpc_origins", new JsonArray())
                .put("redirect_uris", new JsonArray())
                .put("interactions_endpoint_url", null)
                .put("role_connections_verification_url", null)
                .put("verify_key", "0".repeat(64))
                .put("flags", flags())
                .put("approximate_guild_count", world.guilds().size())
                .put("approximate_user_install_count", 0)
                .put("tags", new JsonArray())
                .put("integration_types_config", new JsonObject().put("0", new JsonObject()))
                .put("event_webhooks_status", 1)
                .put("summary", "")
                .put("hook", true);
    }
}
