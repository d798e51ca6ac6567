package dev.warren.gateway.outbound.sending;

import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.promises.Protection;
import dev.warren.gateway.promises.Sabotage;
import dev.warren.gateway.rest.DiscordRest;
import dev.warren.gateway.rest.RestBody;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.runtime.trouble.Conditions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Requests whose nonce may be left out. */
@Alternative
@Singleton
public class SabotagedDiscord extends Discord {
    private final Sabotage sabotage;

    SabotagedDiscord(
            DiscordRest rest,
            OutboundLoop loop,
            OutboundConfig config,
            Conditions conditions,
            InstantSource clock,
            Sabotage sabotage) {
        super(rest, loop, config, conditions, clock);
        this.sabotage = sabotage;
    }

    @Override
    public Uni<RestOutcome> send(RestRequest request) {
        return super.send(sabotage.isAway(Protection.NONCE) ? without(request) : request);
    }

    private static RestRequest without(RestRequest request) {
        if (!(request.body() instanceof RestBody.Json(var bytes))) {
            return request;
        }
        var json = new JsonObject(bytes);
        json.remove("nonce");
        json.remove("enforce_nonce");
        return request.json(json.toBuffer());
    }
}
