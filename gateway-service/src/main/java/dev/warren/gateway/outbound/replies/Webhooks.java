package dev.warren.gateway.outbound.replies;

import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.Routes;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.ids.ChannelId;
import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The bot's own webhook of each channel: found, else made, and remembered in Redis with its token. A thread has none; its parent's is used.
 */
@ApplicationScoped
class Webhooks {
    private static final SetArgs KEPT = SetArgs.Builder.px(Duration.ofDays(7));
    private static final String NAME = "Warren";
    private static final int INCOMING = 1;
    private static final List<Integer> THREADS = List.of(10, 11, 12);

    private final Discord discord;
    private final Redis redis;

    Webhooks(Discord discord, Redis redis) {
        this.discord = discord;
        this.redis = redis;
    }

    /**
     * A webhook.
     *
     * @param thread into which it writes
     */
    record Webhook(String id, String token, Optional<String> thread) {
        static Webhook of(JsonObject json) {
            return new Webhook(
                    json.getString("id"), json.getString("token"), Optional.ofNullable(json.getString("thread")));
        }

        JsonObject json() {
            var json = new JsonObject().put("id", id).put("token", token);
            thread.ifPresent(where -> json.put("thread", where));
            return json;
        }

        @Override
        public String toString() {
            return "Webhook[id=" + id + ", token=***]";
        }
    }

    /** Goes on with the channel's webhook; else gives why there is none. */
    Uni<ReplyOutcome> with(ChannelId channel, Instant expiresAt, Function<Webhook, Uni<ReplyOutcome>> then) {
        return redis.call(commands -> commands.get(key(channel)))
                .map(found -> Optional.ofNullable(found)
                        .map(bytes -> Webhook.of(Buffer.buffer(bytes).toJsonObject())))
                .onFailure()
                .recoverWithItem(Optional.empty())
                .chain(known -> known.isPresent() ? then.apply(known.get()) : place(channel, expiresAt, then));
    }

    /** Forgets a webhook that Discord no longer knows. */
    Uni<Void> forget(ChannelId channel) {
        return redis.call(commands -> commands.del(key(channel)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<ReplyOutcome> place(ChannelId channel, Instant expiresAt, Function<Webhook, Uni<ReplyOutcome>> then) {
        return ask(RestRequest.to(Routes.CHANNEL.at(channel.toString())), expiresAt, posted -> {
            JsonObject place = posted.body().toJsonObject();
            boolean thread = THREADS.contains(place.getInteger("type"));
            String owner = thread ? place.getString("parent_id") : channel.toString();
            Optional<String> into = thread ? Optional.of(channel.toString()) : Optional.empty();
            return find(channel, owner, into, expiresAt, then);
        });
    }

    private Uni<ReplyOutcome> find(
            ChannelId channel,
            String owner,
            Optional<String> thread,
            Instant expiresAt,
            Function<Webhook, Uni<ReplyOutcome>> then) {
        return ask(RestRequest.to(Routes.WEBHOOKS.at(owner)), expiresAt, posted -> {
            Optional<JsonObject> own = posted.body().toJsonArray().stream()
                    .map(JsonObject.class::cast)
                    // Discord gives the token of those that the bot made, and of no others.
                    .filter(hook -> hook.getInteger("type", 0) == INCOMING && hook.getString("token") != null)
                    .filter(hook -> NAME.equals(hook.getString("name")))
                    .findFirst();
            return own.isPresent()
                    ? remember(channel, own.get(), thread, then)
                    : make(channel, owner, thread, expiresAt, then);
        });
    }

    private Uni<ReplyOutcome> make(
            ChannelId channel,
            String owner,
            Optional<String> thread,
            Instant expiresAt,
            Function<Webhook, Uni<ReplyOutcome>> then) {
        var request = RestRequest.to(Routes.MAKE_WEBHOOK.at(owner))
                .json(new JsonObject().put("name", NAME).toBuffer());
        return ask(request, expiresAt, posted -> remember(channel, posted.body().toJsonObject(), thread, then));
    }

    private Uni<ReplyOutcome> remember(
            ChannelId channel, JsonObject hook, Optional<String> thread, Function<Webhook, Uni<ReplyOutcome>> then) {
        var webhook = new Webhook(hook.getString("id"), hook.getString("token"), thread);
        byte[] bytes = webhook.json().toBuffer().getBytes();
        return redis.call(commands -> commands.set(key(channel), bytes, KEPT))
                .onFailure()
                .recoverWithNull()
                .chain(() -> then.apply(webhook));
    }

    private Uni<ReplyOutcome> ask(
            RestRequest request, Instant expiresAt, Function<RestOutcome.Posted, Uni<ReplyOutcome>> then) {
        return discord.insist(request.until(expiresAt))
                .chain(outcome -> outcome instanceof RestOutcome.Posted posted
                        ? then.apply(posted)
                        : Uni.createFrom()
                                .item(
                                        outcome instanceof RestOutcome.Refused refused
                                                ? ReplyOutcome.refused(refused)
                                                : ReplyOutcome.refused("no webhook could be had")));
    }

    private String key(ChannelId channel) {
        return redis.key("webhook:" + channel);
    }
}
