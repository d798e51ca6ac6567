package dev.warren.benchmarks.memory;

import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.conversation.ConversationEvent;
import dev.warren.schemas.conversation.ConversationEvent.TurnTaken;
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
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Turns of many members' conversations, evenly over a time.
 *
 * @param count how many in all
 * @param members how many take turns, one after the other
 * @param from when the first was taken
 * @param over in which time
 */
record TurnLoad(int count, int members, Instant from, Duration over) {
    private static final GuildId GUILD = new GuildId(81_384_788_765_712_384L);
    private static final ChannelId CHANNEL = new ChannelId(81_384_788_765_712_385L);
    private static final long FIRST_MEMBER = 53_908_232_506_183_680L;
    private static final long FIRST_MESSAGE = 1_300_000_000_000_000_000L;
    private static final int TURNS = 10;
    /** About as much as people write, and bots answer. */
    private static final String PROMPT = "What was the name of the song that we talked about last week, the slow one? ";

    private static final String ANSWER =
            "You mean the one with the long intro, which you called a walk in the rain. ".repeat(4);

    /** The records in order, each made when it is asked for. */
    Stream<ProducerRecord<String, byte[]>> records(EventCodec codec) {
        return IntStream.range(0, count)
                .mapToObj(place ->
                        codec.encode(new Outgoing<>(Topics.CONVERSATION_EVENTS, event(place)), Optional.empty()));
    }

    UserId member(int place) {
        return new UserId(FIRST_MEMBER + place % members);
    }

    Event<ConversationEvent> event(int place) {
        var user = member(place);
        var at = from.plus(over.multipliedBy(place).dividedBy(count));
        return Event.first(
                EventId.message(new MessageId(FIRST_MESSAGE + place)).derive("turn"),
                "/ai",
                // a broker soon drops records of the past
                Instant.now(),
                Keys.member(Optional.of(GUILD), user),
                new TurnTaken(
                        Optional.of(GUILD),
                        CHANNEL,
                        user,
                        "channel:" + CHANNEL + "/" + place / members / TURNS,
                        1 + place / members % TURNS,
                        PROMPT + place,
                        ANSWER,
                        "warren",
                        "offline",
                        at));
    }
}
