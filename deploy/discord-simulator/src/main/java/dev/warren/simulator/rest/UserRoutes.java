package dev.warren.simulator.rest;

import dev.warren.simulator.world.Application;
import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.Structure;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;

/** The bot itself, its application, its guilds, other users, and where the gateway is. */
final class UserRoutes {
    private static final int STARTS_A_DAY = 1000;
    private final Access access;
    private final Application application;
    private final Structure structure;
    private final String gatewayUri;
    private final int maxConcurrency;

    UserRoutes(Access access, Application application, Structure structure, String gatewayUri, int maxConcurrency) {
        this.access = access;
        this.application = application;
        this.structure = structure;
        this.gatewayUri = gatewayUri;
        this.maxConcurrency = maxConcurrency;
    }

    void addTo(Routes routes) {
        routes.add(
                new Routes.Route(HttpMethod.GET, "/gateway", Bucket.GATEWAY, Routes.Open.TOKEN_IN_PATH),
                call -> Answer.ok(new JsonObject().put("url", gatewayUri)));
        routes.get("/gateway/bot", Bucket.GATEWAY, this::gatewayBot);
        routes.get("/applications/@me", Bucket.OTHER, call -> Answer.ok(application.json(access.world())));
        routes.get("/oauth2/applications/@me", Bucket.OTHER, call -> Answer.ok(application.json(access.world())));
        routes.get("/users/@me", Bucket.OTHER, call -> Answer.ok(self()));
        routes.get("/users/@me/guilds", Bucket.OTHER, this::guilds);
        routes.delete("/users/@me/guilds/{guild_id}", Bucket.OTHER, this::leave);
        routes.post("/users/@me/channels", Bucket.DIRECT_CHANNEL, this::directChannel);
        routes.get(
                "/users/{user_id}",
                Bucket.OTHER,
                call -> Answer.ok(access.user(call.id("user_id")).json()));
    }

    private JsonObject self() {
        return access.bot()
                .json()
                .put("verified", true)
                .put("mfa_enabled", true)
                .put("locale", "en-US")
                .put("premium_type", 0)
                .put("email", null)
                .put("bio", "");
    }

    private Answer gatewayBot(Call call) {
        var limit = new JsonObject()
                .put("total", STARTS_A_DAY)
                .put("remaining", STARTS_A_DAY - 1)
                .put("reset_after", 86_400_000)
                .put("max_concurrency", Math.max(1, maxConcurrency));
        return Answer.ok(new JsonObject()
                .put("url", gatewayUri)
                .put("shards", 1 + access.world().guilds().size() / 2500)
                .put("session_start_limit", limit));
    }

    private Answer guilds(Call call) {
        int limit = call.queryInt("limit", 200, 1, 200);
        Snowflake after = call.queryId("after").orElse(new Snowflake(0));
        Snowflake before = call.queryId("before").orElse(new Snowflake(Long.MAX_VALUE));
        List<Guild> page = access.world().guilds().stream()
                .filter(guild -> guild.id().compareTo(after) > 0 && guild.id().compareTo(before) < 0)
                .sorted(Comparator.comparing(Guild::id))
                .limit(limit)
                .toList();
        var list = new JsonArray();
        page.forEach(guild -> list.add(new JsonObject()
                .put("id", guild.id().toString())
                .put("name", guild.name())
                .put("icon", null)
                .put("banner", null)
                .put("owner", guild.owner().equals(access.bot()))
                .put("permissions", Long.toString(access.permissions(guild)))
                .put("features", new JsonArray())));
        return Answer.ok(list);
    }

    private Answer leave(Call call) {
        structure.removeGuild(access.guild(call.id("guild_id")));
        return Answer.NOTHING;
    }

    private Answer directChannel(Call call) {
        Snowflake id = Snowflake.parse(String.valueOf(call.json().getValue("recipient_id")))
                .orElseThrow(() -> Refused.form("recipient_id", "BASE_TYPE_REQUIRED", "This field is required"));
        return Answer.ok(access.world().directMessages(access.user(id)).json());
    }
}
