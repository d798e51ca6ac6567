package dev.warren.gateway.owner;

import dev.warren.gateway.rest.DiscordRest;
import dev.warren.gateway.rest.RestOutcome.Posted;
import dev.warren.gateway.rest.RestOutcome.Refused;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.gateway.rest.RestRoute;
import dev.warren.runtime.events.OnContext;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes the bot out of a guild; doing it twice is doing it once. */
@ApplicationScoped
class Leaving {
    private static final RestRoute GUILD = RestRoute.delete("/users/@me/guilds/{guild_id}");
    private static final int NOT_FOUND = 404;

    private final DiscordRest rest;

    Leaving(DiscordRest rest) {
        this.rest = rest;
    }

    /** Whether the bot is in it no more. The answer comes on the caller's context. */
    Uni<Boolean> leave(GuildId guild) {
        var here = OnContext.executor();
        return Uni.createFrom()
                .completionStage(() ->
                        rest.send(RestRequest.to(GUILD.at(guild.toString()))).toCompletionStage())
                .map(outcome -> outcome instanceof Posted
                        || (outcome instanceof Refused refused && refused.status() == NOT_FOUND))
                .emitOn(here);
    }
}
