package dev.warren.benchmarks.embed;

import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Messages with links as the gateway publishes them, and when the replies to them stand in their topic. Used by one thread. */
final class Posts implements AutoCloseable {
    /** Discord's epoch, 2015-01-01. */
    private static final long EPOCH = 1_420_070_400_000L;

    private static final int TIME_SHIFT = 22;
    private static final GuildId GUILD = new GuildId(920_000);
    private static final Duration POLL = Duration.ofMillis(1);

    private final EventCodec codec = new EventCodec();
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> replies;
    private final Map<MessageId, Instant> replied = new HashMap<>();
    private long written;

    Posts(RawKafka kafka) {
        producer = kafka.producer(Map.of("linger.ms", 0));
        replies = kafka.consumer(Topics.REPLIES.name(), Map.of("fetch.max.wait.ms", 100));
    }

    /** A member of their own writes; returns when it is on its way. */
    MessageId write(String content) {
        long number = ++written;
        var id = new MessageId(
                ((Instant.now().toEpochMilli() - EPOCH) << TIME_SHIFT) | (number & ((1 << TIME_SHIFT) - 1)));
        var member = new Member(
                new UserId(700_000 + number), "ada", "Ada", false, Optional.empty(), List.of(), Optional.empty());
        var created = new MessageCreated(
                id,
                Optional.of(GUILD),
                new ChannelId(930_000 + number % 50),
                member,
                0,
                false,
                id.createdAt(),
                content,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                false,
                List.of(),
                Optional.empty(),
                false);
        var event = Event.first(
                EventId.message(id),
                "/gateway/0",
                id.createdAt(),
                Keys.member(Optional.of(GUILD), member.id()),
                created);
        producer.send(codec.encode(new Outgoing<>(Topics.MESSAGES, event), Optional.empty()));
        return id;
    }

    /** Reads what has come, for a moment. */
    void read() {
        for (var record : replies.poll(POLL)) {
            var now = Instant.now();
            if (codec.decode(Topics.REPLIES, record).event().payload() instanceof PostMessage post) {
                post.replyTo().ifPresent(to -> replied.putIfAbsent(to, now));
            }
        }
    }

    /** When the reply was read, if it was. */
    Optional<Instant> repliedAt(MessageId message) {
        return Optional.ofNullable(replied.get(message));
    }

    /** Reads until all of these have a reply; whether they do before the time is over. */
    boolean await(List<MessageId> messages, Duration patience) {
        var giveUpAt = Instant.now().plus(patience);
        while (Instant.now().isBefore(giveUpAt)) {
            read();
            if (replied.keySet().containsAll(messages)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        producer.close();
        replies.close();
    }
}
