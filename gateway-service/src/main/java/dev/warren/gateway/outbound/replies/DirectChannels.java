package dev.warren.gateway.outbound.replies;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.Routes;
import dev.warren.gateway.rest.Repeatable;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.UserId;
import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The channels of direct messages. Discord gives the same one for a user each time, so Redis may remember it. */
@ApplicationScoped
class DirectChannels {
    private static final SetArgs KEPT = SetArgs.Builder.px(Duration.ofDays(7));

    private final Discord discord;
    private final Redis redis;

    DirectChannels(Discord discord, Redis redis) {
        this.discord = discord;
        this.redis = redis;
    }

    /** Opens the channel and goes on there; else gives why it could not be opened. */
    Uni<ReplyOutcome> with(UserId user, Instant expiresAt, Function<ChannelId, Uni<ReplyOutcome>> then) {
        String key = redis.key("direct-channel:" + user);
        return redis.call(commands -> commands.get(key))
                .map(found -> Optional.ofNullable(found).map(bytes -> ChannelId.of(new String(bytes, UTF_8))))
                // Without Redis Discord is asked.
                .onFailure()
                .recoverWithItem(Optional.empty())
                .chain(known -> known.isPresent() ? then.apply(known.get()) : open(user, key, expiresAt, then));
    }

    private Uni<ReplyOutcome> open(
            UserId user, String key, Instant expiresAt, Function<ChannelId, Uni<ReplyOutcome>> then) {
        var request = RestRequest.to(Routes.DIRECT_CHANNEL.at())
                .json(new JsonObject().put("recipient_id", user.toString()).toBuffer())
                .repeatable(Repeatable.IDEMPOTENT)
                .until(expiresAt);
        return discord.insist(request).chain(outcome -> {
            if (outcome instanceof RestOutcome.Posted posted) {
                var channel = ChannelId.of(posted.body().toJsonObject().getString("id"));
                return redis.call(
                                commands -> commands.set(key, channel.toString().getBytes(UTF_8), KEPT))
                        .onFailure()
                        .recoverWithNull()
                        .chain(() -> then.apply(channel));
            }
            return Uni.createFrom()
                    .item(ReplyOutcome.of(outcome, new ReplyOutcome.Done(Optional.empty(), java.util.List.of())));
        });
    }
}
