package dev.warren.gateway.outbound.actions;

import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.Refusals;
import dev.warren.gateway.outbound.sending.Routes;
import dev.warren.gateway.rest.Repeatable;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.schemas.bot.ActionEvent.LockChannel;
import dev.warren.schemas.bot.ActionEvent.PurgeMessages;
import dev.warren.schemas.bot.ActionEvent.SetSlowMode;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.MessageId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is done to channels and their messages. */
@ApplicationScoped
class Channels {
    /** Discord's 14 days, less what a request may wait. */
    private static final Duration BULK_AGE = Duration.ofDays(14).minusMinutes(5);

    /** What @everyone is denied in a locked channel. */
    private static final Permissions WRITING = Permissions.of(
            Permission.SEND_MESSAGES,
            Permission.SEND_MESSAGES_IN_THREADS,
            Permission.CREATE_PUBLIC_THREADS,
            Permission.CREATE_PRIVATE_THREADS);

    private final Requests requests;
    private final Discord discord;

    Channels(Requests requests, Discord discord) {
        this.requests = requests;
        this.discord = discord;
    }

    /** Deletes what is young enough for Discord; how many were left is in the details. */
    Uni<ActionOutcome> purge(PurgeMessages action) {
        Instant oldest = discord.now().minus(BULK_AGE);
        List<MessageId> young = action.messages().stream()
                .filter(message -> message.createdAt().isAfter(oldest))
                .distinct()
                .toList();
        if (young.isEmpty()) {
            return Uni.createFrom().item(ActionOutcome.refused("all messages are older than 14 days"));
        }
        var done = new ActionOutcome.Done(Map.of(
                "deleted", Integer.toString(young.size()),
                "tooOld", Integer.toString(action.messages().size() - young.size())));
        return requests.send(action.context(), purge(action, young)).map(outcome -> switch (outcome) {
            case RestOutcome.Posted _ -> done;
            case RestOutcome.Refused refused when refused.code() == Refusals.UNKNOWN_MESSAGE -> done;
            case RestOutcome.Refused _,
                    RestOutcome.Unknown _,
                    RestOutcome.Expired _,
                    RestOutcome.Overloaded _,
                    RestOutcome.Unavailable _ -> ActionOutcome.of(outcome);
        });
    }

    /** Discord's bulk deletion wants two messages at least. */
    private static RestRequest purge(PurgeMessages action, List<MessageId> young) {
        String channel = action.channel().toString();
        return young.size() == 1
                ? RestRequest.to(
                        Routes.DELETE_MESSAGE.at(channel, young.getFirst().toString()))
                : RestRequest.to(Routes.BULK_DELETE.at(channel))
                        .json(new JsonObject()
                                .put(
                                        "messages",
                                        new JsonArray(young.stream()
                                                .map(Object::toString)
                                                .toList()))
                                .toBuffer())
                        .repeatable(Repeatable.IDEMPOTENT);
    }

    Uni<ActionOutcome> slowMode(SetSlowMode action) {
        var request = RestRequest.to(Routes.CHANGE_CHANNEL.at(action.channel().toString()))
                .json(new JsonObject()
                        .put("rate_limit_per_user", action.interval().toSeconds())
                        .toBuffer());
        return requests.send(action.context(), request).map(ActionOutcome::of);
    }

    /** Changes what @everyone may in the channel, and leaves all that is not about writing as it is. */
    Uni<ActionOutcome> lock(LockChannel action) {
        String channel = action.channel().toString();
        String everyone = action.context().guild().toString();
        return requests.ask(action.context(), RestRequest.to(Routes.CHANNEL.at(channel)), posted -> {
            JsonObject now =
                    posted.body().toJsonObject().getJsonArray("permission_overwrites", new JsonArray()).stream()
                            .map(JsonObject.class::cast)
                            .filter(overwrite -> everyone.equals(overwrite.getString("id")))
                            .findFirst()
                            .orElseGet(JsonObject::new);
            long allow = Permissions.parse(now.getString("allow", "0")).bits();
            long deny = Permissions.parse(now.getString("deny", "0")).bits();
            var overwrite = new JsonObject()
                    .put("type", 0)
                    .put("allow", new Permissions(allow & ~WRITING.bits()).toString())
                    .put(
                            "deny",
                            new Permissions(action.locked() ? deny | WRITING.bits() : deny & ~WRITING.bits())
                                    .toString());
            var request = RestRequest.to(Routes.OVERWRITE.at(channel, everyone)).json(overwrite.toBuffer());
            return requests.send(action.context(), request).map(ActionOutcome::of);
        });
    }
}
