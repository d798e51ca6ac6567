package dev.warren.gateway.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.warren.gateway.outbound.LocalGuild;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.topics.Topics;
import dev.warren.simulator.client.SimulatorClient.Written;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;

/** Members who write while nobody listens, and what of it is published. */
final class InterruptedShard {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** What is read back comes within this time; what does not come in it is not read back. */
    private static final Duration READ_BACK = Duration.ofSeconds(8);

    private final LocalGuild guild;
    private final Redis redis;

    InterruptedShard(LocalGuild guild, Redis redis) {
        this.guild = guild;
        this.redis = redis;
    }

    /** Whether what is said between two owners of the shard comes as if there had been one. */
    boolean goesOn() {
        awaitConnected(true);
        var lease = redis.key("gateway:shard:0");
        redis.call(commands -> commands.set(lease, "elsewhere|1|life".getBytes(UTF_8)))
                .await()
                .atMost(PATIENCE);
        awaitConnected(false);
        var said = say("between-owners");
        redis.call(commands -> commands.del(lease)).await().atMost(PATIENCE);
        await().atMost(PATIENCE).until(() -> heard(said).isPresent());
        return heard(said).filter(MessageCreated::backfilled).isEmpty();
    }

    /** Whether what is said while the session is gone comes at all. */
    boolean isReadBack() {
        awaitConnected(true);
        guild.discord().fault("invalid-session", Map.of());
        var said = IntStream.range(0, 3).mapToObj(_ -> say("without-session")).toList();
        awaitConnected(true);
        return isHeard(said);
    }

    private boolean isHeard(List<Written> said) {
        try {
            await().atMost(READ_BACK)
                    .until(() -> said.stream().allMatch(one -> heard(one).isPresent()));
            return true;
        } catch (ConditionTimeoutException lost) {
            return false;
        }
    }

    private Written say(String channel) {
        return guild.discord().say(LocalGuild.NAME, channel, "ada", "Does anybody hear this?");
    }

    private Optional<MessageCreated> heard(Written said) {
        return guild.broker().seen(Topics.MESSAGES).stream()
                .map(received -> received.event().payload())
                .filter(MessageCreated.class::isInstance)
                .map(MessageCreated.class::cast)
                .filter(message -> message.id().toString().equals(said.id()))
                .findFirst();
    }

    private void awaitConnected(boolean connected) {
        await().atMost(PATIENCE)
                .until(() -> guild.discord().stats().getJsonArray("sessions").stream()
                                .map(JsonObject.class::cast)
                                .anyMatch(session -> session.getBoolean("connected"))
                        == connected);
    }
}
