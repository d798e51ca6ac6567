package dev.warren.cli.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.warren.cli.terminal.Screen;
import dev.warren.schemas.bot.AuditEvent;
import dev.warren.schemas.bot.AuditEvent.Operated;
import dev.warren.schemas.bot.OperationEvent;
import dev.warren.schemas.bot.OperationEvent.PostingPaused;
import dev.warren.schemas.bot.OperationEvent.PostingResumed;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.event.Headers;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** {@code warren pause posting} and {@code warren resume posting}: the records that all gateways follow, and who decided it. */
final class Posting {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final String SOURCE = "/cli";
    private static final int LONGEST_REASON = 500;

    private final Screen screen;
    private final InstantSource clock;
    private final String by;

    /** @param user who sits at the terminal */
    Posting(Screen screen, InstantSource clock, String user) {
        this.screen = screen;
        this.clock = clock;
        this.by = "cli:" + user;
    }

    /** What is wrong with the arguments; none when nothing is. */
    static Optional<String> problem(Optional<String> guild, Optional<String> reason) {
        if (reason.filter(text -> text.isBlank() || text.length() > LONGEST_REASON)
                .isPresent()) {
            return Optional.of("--reason: allowed are 1 to %d characters".formatted(LONGEST_REASON));
        }
        try {
            guild.ifPresent(GuildId::of);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("GUILD=%s: allowed is the id of a server, in digits".formatted(guild.orElse("")));
        }
    }

    /** Gives the command's exit code. */
    int decide(String bootstrapServers, boolean pause, Optional<GuildId> guild, Optional<String> reason) {
        return pause ? pause(bootstrapServers, guild, reason) : resume(bootstrapServers, guild);
    }

    private int pause(String bootstrapServers, Optional<GuildId> guild, Optional<String> reason) {
        var now = clock.instant();
        var audit = new Operated(guild, by, "posting-paused", reason, Map.of("source", "cli"), now);
        return send(bootstrapServers, guild, new PostingPaused(guild, by, reason, now), audit)
                ? said("Nothing is posted " + place(guild) + " from now on; replies wait, or expire. Go on with: warren"
                        + " resume posting" + guild.map(id -> " " + id).orElse(""))
                : 1;
    }

    private int resume(String bootstrapServers, Optional<GuildId> guild) {
        var now = clock.instant();
        var audit = new Operated(guild, by, "posting-resumed", Optional.empty(), Map.of("source", "cli"), now);
        return send(bootstrapServers, guild, new PostingResumed(guild, by, now), audit)
                ? said("Posting goes on " + place(guild) + ".")
                : 1;
    }

    private int said(String text) {
        screen.line(text);
        return 0;
    }

    private static String place(Optional<GuildId> guild) {
        return guild.map(id -> "in server " + id).orElse("in any server without a pause of its own");
    }

    private boolean send(
            String bootstrapServers, Optional<GuildId> guild, OperationEvent operation, AuditEvent audited) {
        var id = EventId.of("operation:" + UUID.randomUUID());
        var now = clock.instant();
        var key = OperationEvent.postingKey(guild);
        var decided = Event.first(id, SOURCE, now, key, operation);
        var audit = decided.causes(
                id.derive("audited"), SOURCE, now, guild.map(Keys::guild).orElse("all"), audited);
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                TIMEOUT_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS / 2,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var record : List.of(record(Topics.OPERATIONS, decided), record(Topics.AUDIT, audit))) {
                producer.send(record).get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            screen.problem("Kafka at " + bootstrapServers + " did not take it: " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <P> ProducerRecord<String, byte[]> record(Topic<P> topic, Event<? extends P> event) {
        try {
            var record = new ProducerRecord<>(
                    topic.name(), event.subject(), WireJson.mapper().writeValueAsBytes(event.payload()));
            header(record, Headers.SPEC_VERSION, "1.0");
            header(record, Headers.ID, event.id().value());
            header(record, Headers.SOURCE, event.source());
            header(record, Headers.TYPE, type(event.payload()));
            header(record, Headers.TIME, at(event.time()));
            header(record, Headers.SUBJECT, event.subject());
            header(record, Headers.CORRELATION_ID, event.correlationId().value());
            event.causationId().ifPresent(cause -> header(record, Headers.CAUSATION_ID, cause.value()));
            header(record, Headers.CONTENT_TYPE, Headers.JSON);
            return record;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an operation cannot be written", e);
        }
    }

    private static String type(Object payload) {
        return payload.getClass().getAnnotation(WireType.class).value();
    }

    private static String at(Instant time) {
        return time.toString();
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
