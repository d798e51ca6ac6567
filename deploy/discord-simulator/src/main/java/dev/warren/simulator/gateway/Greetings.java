package dev.warren.simulator.gateway;

import dev.warren.simulator.world.Application;
import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;

/**
 * What a new session is told of the world.
 *
 * @param resumeUri where a session is to be resumed
 */
public record Greetings(World world, Application application, String resumeUri) implements Handshakes.Greeting {
    private static final int VERSION = 10;

    @Override
    public JsonObject ready() {
        return new JsonObject()
                .put("v", VERSION)
                .put(
                        "user",
                        world.bot()
                                .json()
                                .put("verified", true)
                                .put("mfa_enabled", true)
                                .put("email", null)
                                .put("bio", ""))
                .put("session_type", "normal")
                .put("resume_gateway_url", resumeUri)
                .put("relationships", new JsonArray())
                .put("private_channels", new JsonArray())
                .put("presences", new JsonArray())
                .put("guild_join_requests", new JsonArray())
                .put("geo_ordered_rtc_regions", new JsonArray())
                .put(
                        "application",
                        new JsonObject().put("id", application.id().toString()).put("flags", application.flags()))
                .put("auth", new JsonObject())
                .put("_trace", new JsonArray().add("local"));
    }

    @Override
    public Collection<Guild> guilds() {
        return world.guilds();
    }

    @Override
    public JsonObject guild(Guild guild, boolean allMembers) {
        return guild.gatewayJson(world.bot(), allMembers);
    }
}
