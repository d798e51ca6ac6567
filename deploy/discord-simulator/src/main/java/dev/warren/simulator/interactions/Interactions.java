package dev.warren.simulator.interactions;

import dev.warren.simulator.interactions.Interaction.Kind;
import dev.warren.simulator.stats.Stats;
import dev.warren.simulator.stats.Stats.Count;
import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Dispatches;
import dev.warren.simulator.world.Event;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.Permissions;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import dev.warren.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The newest interactions, at most {@value #BOUND}, and how they reach the bot. Confined to the event loop. */
public final class Interactions {
    /** In which the first response must come. */
    public static final Duration FIRST_RESPONSE = Duration.ofSeconds(3);
    /** In which the token is good. */
    public static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    static final int BOUND = 20_000;
    private static final long ATTACHMENT_LIMIT = 10L * 1024 * 1024;
    private final World world;
    private final Dispatches dispatches;
    private final Stats stats;
    private final Supplier<String> tokens;
    private final Map<Snowflake, Interaction> byId = new LinkedHashMap<>();
    private final Map<String, Interaction> byToken = new HashMap<>();

    public Interactions(World world, Dispatches dispatches, Stats stats, Supplier<String> tokens) {
        this.world = world;
        this.dispatches = dispatches;
        this.stats = stats;
        this.tokens = tokens;
    }

    public Optional<Interaction> find(Snowflake id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The interaction whose token it is, also when that has run out. */
    public Optional<Interaction> withToken(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    public boolean tokenLives(Interaction interaction) {
        return world.now().isBefore(interaction.created().plus(TOKEN_LIFE));
    }

    /** Whether a first response would still be in time. */
    public boolean inTime(Interaction interaction) {
        return !world.now().isAfter(interaction.created().plus(FIRST_RESPONSE));
    }

    /** How many had no first response in time; of those that are still remembered. */
    public long unanswered() {
        return byId.values().stream()
                .filter(interaction -> interaction.state() == Interaction.State.WAITING && !inTime(interaction))
                .count();
    }

    /** Makes an interaction and brings it to the bot. */
    public Interaction open(
            Kind kind, String name, User user, Channel channel, JsonObject data, Optional<Message> source) {
        Instant now = world.now();
        var interaction = new Interaction(
                world.nextId(), tokens.get(), kind, name, user, channel, source, now, System.nanoTime());
        byId.put(interaction.id(), interaction);
        byToken.put(interaction.token(), interaction);
        if (byId.size() > BOUND) {
            var oldest = byId.values().iterator();
            byToken.remove(oldest.next().token());
            oldest.remove();
        }
        stats.add(Count.INTERACTIONS);
        dispatches.dispatch(Event.always("INTERACTION_CREATE", channel.guild(), payload(interaction, data, now)));
        return interaction;
    }

    private JsonObject payload(Interaction interaction, JsonObject data, Instant now) {
        Channel channel = interaction.channel();
        User user = interaction.user();
        long own = Permissions.inChannel(channel, world.bot(), now);
        long invoker = Permissions.inChannel(channel, user, now);
        var json = new JsonObject()
                .put("id", interaction.id().toString())
                .put("application_id", world.bot().id().toString())
                .put("type", interaction.kind().number())
                .put("token", interaction.token())
                .put("version", 1)
                .put("data", data)
                .put("channel_id", channel.id().toString())
                .put("channel", channel.json().put("permissions", Long.toString(invoker)))
                .put("app_permissions", Long.toString(own))
                .put("locale", "en-US")
                .put("entitlements", new JsonArray())
                .put("entitlement_sku_ids", new JsonArray())
                .put("attachment_size_limit", ATTACHMENT_LIMIT)
                .put("context", channel.guild().isPresent() ? 0 : 1);
        var owners = new JsonObject();
        channel.guild()
                .ifPresentOrElse(
                        guild -> {
                            owners.put("0", guild.id().toString());
                            json.put("guild_id", guild.id().toString())
                                    .put("guild_locale", "en-US")
                                    .put(
                                            "guild",
                                            new JsonObject()
                                                    .put("id", guild.id().toString())
                                                    .put("locale", "en-US")
                                                    .put("features", new JsonArray()));
                            guild.member(user)
                                    .ifPresent(member -> json.put(
                                            "member", member.json().put("permissions", Long.toString(invoker))));
                        },
                        () -> {
                            owners.put("0", "0");
                            json.put("user", user.json());
                        });
        json.put("authorizing_integration_owners", owners);
        interaction.source().ifPresent(message -> json.put("message", message.json(world.bot())));
        return json;
    }
}
