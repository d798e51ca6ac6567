package dev.warren.gateway.shards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.gateway.identity.BotIdentity;
import dev.warren.gateway.rest.DiscordRest;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.gateway.rest.RestRoute;
import dev.warren.gateway.wire.Nodes;
import dev.warren.schemas.ids.ApplicationId;
import dev.warren.schemas.ids.UserId;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Asks Discord who the bot is and where its gateway is. */
@ApplicationScoped
class Login {
    private static final RestRoute APPLICATION = RestRoute.get("/applications/@me");
    private static final RestRoute USER = RestRoute.get("/users/@me");
    private static final RestRoute GATEWAY = RestRoute.get("/gateway/bot");
    private static final int UNAUTHORIZED = 401;

    private final DiscordRest rest;
    private final ObjectMapper mapper = new ObjectMapper();

    Login(DiscordRest rest) {
        this.rest = rest;
    }

    /** What Discord said. */
    sealed interface Answer {
        /** The bot is this one. */
        record Known(BotIdentity identity) implements Answer {}

        /** The token is none of Discord's. */
        record WrongToken() implements Answer {}

        /** Not now. */
        record Away(String why) implements Answer {}
    }

    /** Never fails. */
    CompletionStage<Answer> identify() {
        return get(APPLICATION)
                .compose(application -> get(USER).map(user -> known(application, user)))
                .otherwise(failure -> failure instanceof Refusal refusal && refusal.status == UNAUTHORIZED
                        ? new Answer.WrongToken()
                        : new Answer.Away(String.valueOf(failure.getMessage())))
                .toCompletionStage();
    }

    /**
     * Where a new session is opened, and how many may be.
     *
     * @param concurrency shards that may identify at the same time
     * @param left identifies that are left of today's
     * @param resetAfter when there are more
     */
    record Gateway(URI address, int concurrency, int left, Duration resetAfter) {}

    CompletionStage<Gateway> gateway() {
        return get(GATEWAY)
                .map(answer -> {
                    var limit = answer.path("session_start_limit");
                    return new Gateway(
                            URI.create(answer.path("url").asText()),
                            Math.max(1, limit.path("max_concurrency").asInt(1)),
                            limit.path("remaining").asInt(1),
                            Duration.ofMillis(limit.path("reset_after").asLong(0)));
                })
                .toCompletionStage();
    }

    private static Answer known(JsonNode application, JsonNode user) {
        return new Answer.Known(new BotIdentity(
                Nodes.requiredId(application, "id", ApplicationId::of),
                Nodes.requiredId(user, "id", UserId::of),
                user.path("username").asText(),
                application.path("flags").asLong(),
                owners(application)));
    }

    /** Discord names a team's own user as the owner; its members count instead. */
    private static Set<UserId> owners(JsonNode application) {
        var members = application.path("team").path("members");
        var owners = new HashSet<UserId>();
        members.forEach(
                member -> Nodes.id(member.path("user"), "id", UserId::of).ifPresent(owners::add));
        if (owners.isEmpty()) {
            Nodes.id(application.path("owner"), "id", UserId::of).ifPresent(owners::add);
        }
        return owners;
    }

    private Future<JsonNode> get(RestRoute route) {
        return rest.send(RestRequest.to(route.at())).compose(outcome -> switch (outcome) {
            case RestOutcome.Posted(var _, var body) -> {
                try {
                    yield Future.succeededFuture(mapper.readTree(body.getBytes()));
                } catch (IOException e) {
                    yield Future.failedFuture(e);
                }
            }
            case RestOutcome.Refused(int status, int _, var message) ->
                Future.failedFuture(new Refusal(status, message));
            case RestOutcome.Unavailable(var why, int _) -> Future.failedFuture(new Refusal(0, why));
            case RestOutcome.Unknown(var why, int _, var _) -> Future.failedFuture(new Refusal(0, why));
            case RestOutcome.Expired _ -> Future.failedFuture(new Refusal(0, "expired"));
            case RestOutcome.Overloaded _ -> Future.failedFuture(new Refusal(0, "too many requests wait"));
        });
    }

    /** Not answered as hoped. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refusal(int status, String message) {
            super(message, null, false, false);
            this.status = status;
        }
    }
}
