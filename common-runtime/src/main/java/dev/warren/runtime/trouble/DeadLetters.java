package dev.warren.runtime.trouble;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.DeadLetterEvent.PutAside;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/** Puts records aside that cannot be processed, so that the stream goes on. They come back by command. */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int REASON = 1_000;
    private static final int STACK = 8_000;
    /** A larger value would not fit into the record once it is in Base64; it stays where it was, by its offset. */
    private static final int LARGEST = 700_000;

    private final RuntimeConfig config;
    private final EventPublisher publisher;
    private final InstantSource clock;
    private final MeterRegistry meters;

    DeadLetters(RuntimeConfig config, EventPublisher publisher, InstantSource clock, MeterRegistry meters) {
        this.config = config;
        this.publisher = publisher;
        this.clock = clock;
        this.meters = meters;
    }

    /** Completes when the record is safe among the dead letters. */
    public Uni<Void> put(Topic<?> source, ConsumerRecord<String, byte[]> record, Throwable why, int attempts) {
        var service = config.service();
        var topic = source.content() ? Topics.deadLettersWithContent(service) : Topics.deadLetters(service);
        var id = EventId.of(service.id() + "/" + record.topic() + ":" + record.partition() + ":" + record.offset());
        var key = Optional.ofNullable(record.key());
        var aside = new PutAside(
                service.id(),
                record.topic(),
                record.partition(),
                record.offset(),
                key,
                headers(record),
                Optional.ofNullable(record.value())
                        .filter(value -> value.length <= LARGEST)
                        .map(Base64.getEncoder()::encodeToString),
                cut(why.getClass().getName() + (source.content() ? "" : ": " + why.getMessage()), REASON),
                cut(stack(why, source.content()), STACK),
                attempts,
                clock.instant());
        LOG.errorf(
                "record put aside topic=%s partition=%d offset=%d attempts=%d error=%s",
                record.topic(),
                record.partition(),
                record.offset(),
                attempts,
                why.getClass().getName());
        meters.counter("warren.dead.letters", "topic", record.topic()).increment();
        return publisher.publish(new Outgoing<>(
                topic, Event.first(id, "/" + service.id(), clock.instant(), key.orElse(id.value()), aside)));
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        var texts = new HashMap<String, String>();
        for (Header header : record.headers()) {
            texts.put(header.key(), text(header.value() == null ? new byte[0] : header.value()));
        }
        return texts;
    }

    private static String text(byte[] value) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        } catch (CharacterCodingException e) {
            return "base64:" + Base64.getEncoder().encodeToString(value);
        }
    }

    /** Messages of errors may quote content, so a topic with content keeps the frames alone. */
    private static String stack(Throwable why, boolean content) {
        var text = new StringWriter();
        if (content) {
            for (var frame : why.getStackTrace()) {
                text.append("at ").append(frame.toString()).append('\n');
            }
        } else {
            why.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit);
    }
}
