package dev.warren.benchmarks.faults;

import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Replies as a service emits them. */
final class Replies implements AutoCloseable {
    /** A service whose replies the scenarios emit; which one makes no difference to the gateway. */
    private static final String SOURCE = "/embed";

    private final EventCodec codec = new EventCodec();
    private final KafkaProducer<String, byte[]> producer;

    Replies(RawKafka kafka) {
        producer = kafka.producer(Map.of(ProducerConfig.LINGER_MS_CONFIG, 0));
    }

    /** The record of a reply: the same whenever it is asked for with the same arguments. */
    ProducerRecord<String, byte[]> post(String id, ChannelId channel, String text, Instant now, Instant expiresAt) {
        ReplyEvent post =
                new PostMessage(channel, MessageBody.text(text), Optional.empty(), Optional.empty(), expiresAt);
        var event = Event.first(EventId.of(id), SOURCE, now, channel.toString(), post);
        return codec.encode(new Outgoing<>(Topics.REPLIES, event), Optional.empty());
    }

    void emit(ProducerRecord<String, byte[]> reply) {
        producer.send(reply);
    }

    /** Returns when all of them are in the topic. */
    void emitAll(Collection<ProducerRecord<String, byte[]>> replies) {
        replies.forEach(producer::send);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
