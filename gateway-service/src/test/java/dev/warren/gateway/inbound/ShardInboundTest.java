package dev.warren.gateway.inbound;

import static dev.warren.gateway.inbound.Heard.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.gateway.connection.GatewayDispatch;
import dev.warren.gateway.guilds.Seen;
import dev.warren.gateway.sessions.Gap;
import dev.warren.gateway.sessions.Memory;
import dev.warren.gateway.sessions.SessionsConfig;
import dev.warren.gateway.sessions.ShardMemory;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.KafkaEventPublisher;
import dev.warren.schemas.ids.Snowflake;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A shard whose broker is away. */
class ShardInboundTest {
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final int QUEUE = 100;
    private static final int FLOOD = 5_000;

    private final Heard heard = new Heard();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ShardMemory memory = new ShardMemory(
            new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .withMapping(SessionsConfig.class)
                    .build()
                    .getConfigMapping(SessionsConfig.class),
            Memory.none(1));
    /** Nobody listens on this port. */
    private final KafkaEventPublisher publisher = new KafkaEventPublisher(
            Map.of("bootstrap.servers", "127.0.0.1:1"), new EventCodec(), Optional.empty(), 5, 1_048_576, meters);

    private final ShardInbound inbound = new ShardInbound(
            0,
            QUEUE,
            QUEUE,
            memory,
            new InboundMeters(meters, 0),
            new ShardInbound.Means(
                    heard.translator(),
                    new BusyAnswers(heard.direct(), Seen.config()),
                    publisher,
                    new BrokerPulse(),
                    PATIENCE,
                    new Traces(true, TracerProvider.noop().get("test")),
                    () -> Heard.NOW));
    private long sequence;

    @AfterEach
    void close() throws InterruptedException {
        inbound.close(Duration.ZERO);
        publisher.close();
    }

    private void comes(String type, JsonNode data) {
        inbound.onDispatch(new GatewayDispatch(type, ++sequence, data, "session", System.nanoTime()));
    }

    private static long id(int number) {
        return ((Heard.NOW.toEpochMilli() - Snowflake.DISCORD_EPOCH_MILLIS) << 22) + number;
    }

    private void messages(int count) {
        for (int i = 0; i < count; i++) {
            comes(
                    "MESSAGE_CREATE",
                    json("{'id':'" + id((int) sequence)
                            + "','channel_id':'70','guild_id':'7','type':0,'content':'hello',"
                            + "'author':{'id':'700','username':'ada'},'member':{'roles':[]}}"));
        }
    }

    private void command() {
        comes(
                "INTERACTION_CREATE",
                json("{'id':'" + id((int) sequence) + "','application_id':'1','token':'secret','type':2,"
                        + "'channel_id':'70','guild_id':'7','data':{'name':'rank'}}"));
    }

    @Test
    void flood_whileTheBrokerIsAway_neverHoldsTheSocket_andIsToBeReadBack() {
        // Given
        inbound.start();
        long began = System.nanoTime();
        // When
        messages(FLOOD);
        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(meters.get("warren.inbound.waiting").gauge().value()).isLessThanOrEqualTo(QUEUE);
        double shed = meters.get("warren.inbound.shed")
                .tag("rank", "MESSAGE")
                .counter()
                .count();
        assertThat(shed).isGreaterThan(FLOOD - 3 * QUEUE);
        assertThat(meters.find("warren.lost").counters()).allMatch(lost -> lost.count() == 0);
        var taken = inbound.sequence().taken();
        var gaps = memory.changes(taken.sessionId(), taken.sequence(), Optional.empty(), Instant.EPOCH)
                .orElseThrow()
                .gaps();
        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo(Gap.Reason.SHED);
            assertThat(gap.until().value()).isEqualTo(id(FLOOD - 1));
            assertThat(gap.after().value()).isLessThan(id((int) (FLOOD - shed)));
        });
    }

    @Test
    void reaction_thatFindsNoPlace_isCountedAsLost() {
        // Given
        inbound.start();
        messages(3 * QUEUE);
        // When
        comes(
                "MESSAGE_REACTION_ADD",
                json("{'message_id':'1','channel_id':'70','user_id':'700','emoji':{'name':'x'}}"));
        // Then
        assertThat(meters.get("warren.lost").tag("reason", "shed").counter().count())
                .isEqualTo(1);
    }

    @Test
    void command_whileTheBrokerIsAway_isAnsweredThatTheBotIsBusy_andNeverRun() {
        // Given
        inbound.start();
        messages(1);
        await().atMost(Duration.ofSeconds(10)).until(inbound::isStalled);
        // When
        command();
        // Then
        assertThat(heard.answered).containsExactly("I am busy right now. Please try again in a minute.");
        assertThat(meters.get("warren.inbound.busy").counter().count()).isEqualTo(1);
        assertThat(inbound.isCalm()).isFalse();
    }

    @Test
    void command_thatWaitsWhenTheBrokerGoesAway_isAnsweredAsWell() {
        // Given: the thread waits for the broker
        inbound.start();
        messages(1);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> meters.get("warren.inbound.waiting").gauge().value() == 0);
        command();
        assertThat(heard.answered).isEmpty();
        // When
        await().atMost(Duration.ofSeconds(10)).until(inbound::isStalled);
        inbound.relieve();
        // Then
        assertThat(heard.answered).hasSize(1);
        assertThat(meters.get("warren.inbound.waiting").gauge().value()).isZero();
    }
}
