package dev.warren.benchmarks.ai;

import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.local.providers.ScriptedProvider;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.conversation.ConversationEvent.TurnTaken;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.awaitility.Awaitility;

/** Members who ask all at once, each in a channel of their own, with when the provider began to answer and when the bot did. */
final class AskingLoad implements AutoCloseable {
    private static final int GUILDS = 10;
    private static final Duration POLL = Duration.ofMillis(1);

    private final EventCodec codec = new EventCodec();
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> replies;
    private final KafkaConsumer<String, byte[]> turns;
    private final AtomicLong ids = new AtomicLong(System.currentTimeMillis() << 20);
    private final Map<String, Long> firstBytes = new ConcurrentHashMap<>();
    private final Map<String, Long> firstReplies = new ConcurrentHashMap<>();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<Thread> reading;
    private volatile boolean closing;

    AskingLoad(RawKafka kafka, ScriptedProvider provider) {
        this.producer = kafka.producer(Map.of("linger.ms", 0));
        this.replies = kafka.consumer(Topics.REPLIES.name(), Map.of());
        this.turns = kafka.consumer(Topics.CONVERSATION_EVENTS.name(), Map.of());
        provider.onFirstByte(asked -> firstBytes.putIfAbsent(asked.prompt(), System.nanoTime()));
        this.reading = List.of(
                Thread.ofPlatform().daemon().start(() -> read(replies, this::reply)),
                Thread.ofPlatform().daemon().start(() -> read(turns, this::turn)));
    }

    private interface Reader {
        void read(ConsumerRecord<String, byte[]> record);
    }

    private void read(KafkaConsumer<String, byte[]> consumer, Reader reader) {
        while (!closing) {
            consumer.poll(POLL).forEach(reader::read);
        }
        consumer.close();
    }

    private void reply(ConsumerRecord<String, byte[]> record) {
        long now = System.nanoTime();
        var event = codec.decode(Topics.REPLIES, record).event();
        if (event.payload() instanceof PostMessage post) {
            event.causationId().ifPresent(cause -> {
                firstReplies.putIfAbsent(prompt(cause), now);
                if (post.body().content().contains("budget")) {
                    refused.incrementAndGet();
                }
            });
        }
    }

    private void turn(ConsumerRecord<String, byte[]> record) {
        if (codec.decode(Topics.CONVERSATION_EVENTS, record).event().payload() instanceof TurnTaken) {
            told.incrementAndGet();
        }
    }

    private static String prompt(EventId message) {
        return "question " + message.value();
    }

    /** Asks at once, and returns when each is answered or refused. */
    void ask(int members, Duration patience) {
        ask(members, patience, GUILDS);
    }

    void ask(int members, Duration patience, int guilds) {
        int before = told.get() + refused.get();
        for (int i = 0; i < members; i++) {
            producer.send(codec.encode(
                    new Outgoing<>(Topics.MESSAGES, question(new GuildId(1_000L + i % guilds))), Optional.empty()));
        }
        producer.flush();
        Awaitility.await()
                .atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> told.get() + refused.get() - before >= members);
    }

    private Event<MessageCreated> question(GuildId guild) {
        var id = new MessageId(ids.incrementAndGet());
        var event = EventId.message(id);
        var now = Instant.now();
        var member = new Member(
                new UserId(ids.incrementAndGet()), "m", "M", false, Optional.empty(), List.of(), Optional.empty());
        return Event.first(
                event,
                "/bench",
                now,
                Keys.member(Optional.of(guild), member.id()),
                new MessageCreated(
                        id,
                        Optional.of(guild),
                        new ChannelId(ids.incrementAndGet()),
                        member,
                        0,
                        false,
                        now,
                        "hey warren, " + prompt(event),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        false,
                        false,
                        List.of(),
                        Optional.empty(),
                        false));
    }

    /** Between the provider's first byte and the bot's first reply, in milliseconds, of all so far; forgotten then. */
    List<Double> takeAdded() {
        var added = firstBytes.entrySet().stream()
                .filter(entry -> firstReplies.containsKey(entry.getKey()))
                .map(entry -> (firstReplies.getOrDefault(entry.getKey(), 0L) - entry.getValue()) / 1e6)
                .sorted()
                .toList();
        firstBytes.clear();
        firstReplies.clear();
        return added;
    }

    /** How many were refused for want of budget so far. */
    int refused() {
        return refused.get();
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        for (var thread : reading) {
            thread.join();
        }
        producer.close(Duration.ofSeconds(5));
    }
}
