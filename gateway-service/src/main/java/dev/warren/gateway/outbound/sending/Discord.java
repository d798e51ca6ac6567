package dev.warren.gateway.outbound.sending;

import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.rest.DiscordRest;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestOutcome.Expired;
import dev.warren.gateway.rest.RestOutcome.Overloaded;
import dev.warren.gateway.rest.RestOutcome.Posted;
import dev.warren.gateway.rest.RestOutcome.Refused;
import dev.warren.gateway.rest.RestOutcome.Unavailable;
import dev.warren.gateway.rest.RestOutcome.Unknown;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.runtime.trouble.Conditions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Discord's REST interface on the outbound loop. That Discord is away is waited for here, and nobody's problem. */
@ApplicationScoped
public class Discord {
    private static final String NAME = "discord-rest";

    private final DiscordRest rest;
    private final OutboundLoop loop;
    private final OutboundConfig config;
    private final Conditions conditions;
    private final InstantSource clock;
    private boolean away;

    Discord(DiscordRest rest, OutboundLoop loop, OutboundConfig config, Conditions conditions, InstantSource clock) {
        this.rest = rest;
        this.loop = loop;
        this.config = config;
        this.conditions = conditions;
        this.clock = clock;
    }

    /** Sends once, within limits and with the client's own repetitions. */
    public Uni<RestOutcome> send(RestRequest request) {
        return Uni.createFrom()
                .completionStage(() -> rest.send(request).toCompletionStage())
                .emitOn(loop)
                .invoke(this::notice);
    }

    /**
     * Sends, and while Discord is away sends again with growing pauses, until the request's time is over. What comes is therefore
     * {@link Posted}, {@link Refused}, {@link Expired} or {@link Unknown}.
     */
    public Uni<RestOutcome> insist(RestRequest request) {
        return insist(request, config.outage().firstPause());
    }

    private Uni<RestOutcome> insist(RestRequest request, Duration pause) {
        return send(request).chain(outcome -> switch (outcome) {
            case Overloaded _, Unavailable _ -> again(request, pause);
            case Posted _, Refused _, Expired _, Unknown _ -> Uni.createFrom().item(outcome);
        });
    }

    private Uni<RestOutcome> again(RestRequest request, Duration pause) {
        if (request.expiresAt()
                .filter(end -> clock.instant().plus(pause).isAfter(end))
                .isPresent()) {
            return Uni.createFrom().item(new Expired());
        }
        Duration twice = pause.multipliedBy(2);
        Duration longest = config.outage().longestPause();
        return loop.pause(pause).chain(() -> insist(request, twice.compareTo(longest) < 0 ? twice : longest));
    }

    /** Whether the last thing known of Discord is that it could not be reached. */
    public boolean isAway() {
        return away;
    }

    public Instant now() {
        return clock.instant();
    }

    private void notice(RestOutcome outcome) {
        switch (outcome) {
            case Unavailable(var why, int attempts) -> {
                away = true;
                conditions.away(NAME, why);
            }
            case Posted _, Refused _ -> {
                if (away) {
                    away = false;
                    conditions.there(NAME);
                }
            }
            case Expired _, Overloaded _, Unknown _ -> {}
        }
    }
}
