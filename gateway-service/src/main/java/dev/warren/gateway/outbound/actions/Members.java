package dev.warren.gateway.outbound.actions;

import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.OutboundLoop;
import dev.warren.gateway.outbound.sending.Refusals;
import dev.warren.gateway.outbound.sending.Routes;
import dev.warren.gateway.rest.Repeatable;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.gateway.rest.RestRoute;
import dev.warren.schemas.bot.ActionEvent.AddRole;
import dev.warren.schemas.bot.ActionEvent.BanMember;
import dev.warren.schemas.bot.ActionEvent.Context;
import dev.warren.schemas.bot.ActionEvent.KickMember;
import dev.warren.schemas.bot.ActionEvent.RemoveRole;
import dev.warren.schemas.bot.ActionEvent.TimeoutMember;
import dev.warren.schemas.bot.ActionEvent.UnbanMember;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What is done to members. */
@ApplicationScoped
class Members {
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(28);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final Requests requests;
    private final Discord discord;
    private final OutboundLoop loop;

    Members(Requests requests, Discord discord, OutboundLoop loop) {
        this.requests = requests;
        this.discord = discord;
        this.loop = loop;
    }

    Uni<ActionOutcome> addRole(AddRole action) {
        var request = RestRequest.to(Routes.ADD_ROLE.at(
                action.context().guild().toString(),
                action.user().toString(),
                action.role().toString()));
        return requests.send(action.context(), request).map(ActionOutcome::of);
    }

    Uni<ActionOutcome> removeRole(RemoveRole action) {
        var request = RestRequest.to(Routes.REMOVE_ROLE.at(
                action.context().guild().toString(),
                action.user().toString(),
                action.role().toString()));
        return requests.send(action.context(), request).map(ActionOutcome::of);
    }

    Uni<ActionOutcome> timeout(TimeoutMember action) {
        Instant latest = discord.now().plus(LONGEST_TIMEOUT);
        if (action.until().filter(latest::isBefore).isPresent()) {
            return Uni.createFrom().item(ActionOutcome.refused("a timeout must be at most 28 days"));
        }
        var body = new JsonObject()
                .put(
                        "communication_disabled_until",
                        action.until().map(Instant::toString).orElse(null));
        var request = RestRequest.to(member(
                        Routes.CHANGE_MEMBER, action.context(), action.user().toString()))
                .json(body.toBuffer());
        return requests.send(action.context(), request).map(ActionOutcome::of);
    }

    Uni<ActionOutcome> ban(BanMember action) {
        var request = RestRequest.to(
                        member(Routes.BAN, action.context(), action.user().toString()))
                .json(new JsonObject()
                        .put("delete_message_seconds", action.deleteMessages().toSeconds())
                        .toBuffer());
        return requests.send(action.context(), request).map(ActionOutcome::of);
    }

    /** Lifts a ban; when the first try may have done it, no ban is what was wanted. */
    Uni<ActionOutcome> unban(UnbanMember action, boolean begun) {
        var request = RestRequest.to(
                        member(Routes.UNBAN, action.context(), action.user().toString()))
                .repeatable(Repeatable.NEVER);
        return requests.send(action.context(), request).chain(outcome -> switch (outcome) {
            case RestOutcome.Refused refused
            when begun && refused.code() == Refusals.UNKNOWN_BAN ->
                Uni.createFrom().item(ActionOutcome.done());
            case RestOutcome.Unknown _ -> loop.pause(LOOK_AGAIN).chain(() -> unban(action, true));
            case RestOutcome.Posted _,
                    RestOutcome.Refused _,
                    RestOutcome.Expired _,
                    RestOutcome.Overloaded _,
                    RestOutcome.Unavailable _ -> Uni.createFrom().item(ActionOutcome.of(outcome));
        });
    }

    /**
     * Kicks a member, once: who came back after the kick is not kicked again.
     *
     * @param begunAt when it was begun before, if it was
     */
    Uni<ActionOutcome> kick(KickMember action, Optional<Instant> begunAt) {
        if (begunAt.isPresent()) {
            return kickUnlessDone(action, begunAt.get());
        }
        Instant now = discord.now();
        var request = RestRequest.to(
                        member(Routes.KICK, action.context(), action.user().toString()))
                .repeatable(Repeatable.NEVER);
        return requests.send(action.context(), request)
                .chain(outcome -> outcome instanceof RestOutcome.Unknown
                        ? loop.pause(LOOK_AGAIN).chain(() -> kickUnlessDone(action, now))
                        : Uni.createFrom().item(ActionOutcome.of(outcome)));
    }

    private Uni<ActionOutcome> kickUnlessDone(KickMember action, Instant begun) {
        var request = RestRequest.to(
                        member(Routes.MEMBER, action.context(), action.user().toString()))
                .until(action.context().expiresAt());
        return discord.insist(request).chain(outcome -> switch (outcome) {
            case RestOutcome.Refused refused
            when refused.code() == Refusals.UNKNOWN_MEMBER -> Uni.createFrom().item(ActionOutcome.done());
            case RestOutcome.Posted posted
            when joined(posted).isAfter(begun) -> Uni.createFrom().item(ActionOutcome.done());
            case RestOutcome.Posted _ -> kick(action, Optional.empty());
            case RestOutcome.Refused _,
                    RestOutcome.Unknown _,
                    RestOutcome.Expired _,
                    RestOutcome.Overloaded _,
                    RestOutcome.Unavailable _ -> Uni.createFrom().item(ActionOutcome.of(outcome));
        });
    }

    private static Instant joined(RestOutcome.Posted posted) {
        return Optional.ofNullable(posted.body().toJsonObject().getString("joined_at"))
                .map(text -> OffsetDateTime.parse(text).toInstant())
                .orElse(Instant.EPOCH);
    }

    private static dev.warren.gateway.rest.RestTarget member(RestRoute route, Context context, String user) {
        return route.at(context.guild().toString(), user);
    }
}
