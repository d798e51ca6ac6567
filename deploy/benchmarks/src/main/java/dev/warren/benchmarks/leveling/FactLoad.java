package dev.warren.benchmarks.leveling;

import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.Snowflake;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Facts of one guild as the gateway would tell them: members drawn at random, so that some write once in a minute and some often. The fact
 * at a place is the same each time.
 *
 * @param count how many
 * @param members how many different authors
 * @param perMinute how many fall into one minute
 * @param from when the first was written
 */
record FactLoad(int count, int members, int perMinute, Instant from) {
    private static final GuildId GUILD = new GuildId(81_384_788_765_712_384L);
    private static final long FIRST_MEMBER = 53_908_232_506_183_680L;
    private static final long MINUTE_MILLIS = 60_000;
    /** One in so many comes twice when they are shuffled. */
    private static final int ONE_IN = 20;

    Stream<MessageFact> facts() {
        return IntStream.range(0, count).mapToObj(this::fact);
    }

    /** The records in order, each made when it is asked for. */
    Stream<ProducerRecord<String, byte[]>> records(EventCodec codec) {
        return facts().map(fact -> record(codec, fact));
    }

    /** The same in any order, and one in twenty twice. */
    Stream<ProducerRecord<String, byte[]>> shuffled(EventCodec codec) {
        var random = new SplittableRandom(count);
        var places = IntStream.concat(
                        IntStream.range(0, count),
                        IntStream.range(0, count / ONE_IN).map(_ -> random.nextInt(count)))
                .toArray();
        for (int i = places.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = places[i];
            places[i] = places[other];
            places[other] = held;
        }
        return IntStream.of(places).mapToObj(place -> record(codec, fact(place)));
    }

    int shuffledCount() {
        return count + count / ONE_IN;
    }

    private static ProducerRecord<String, byte[]> record(EventCodec codec, MessageFact fact) {
        var event = Event.first(
                EventId.fact(fact.message()),
                "/gateway/0",
                fact.createdAt(),
                Keys.member(fact.guild(), fact.author()),
                fact);
        return codec.encode(new Outgoing<>(Topics.FACTS, event), Optional.empty());
    }

    private MessageFact fact(int place) {
        var random = new SplittableRandom(place);
        var at = from.plusMillis(place * MINUTE_MILLIS / perMinute);
        var author = new UserId(FIRST_MEMBER + random.nextInt(members));
        return new MessageFact(
                new MessageId(((at.toEpochMilli() - Snowflake.DISCORD_EPOCH_MILLIS) << 22) | (place & 0xFFF)),
                Optional.of(GUILD),
                new ChannelId(FIRST_MEMBER + random.nextInt(50)),
                Optional.of(new ChannelId(FIRST_MEMBER)),
                author,
                "Member " + (author.value() - FIRST_MEMBER),
                Optional.of("0123456789abcdef0123456789abcdef"),
                List.of(new RoleId(FIRST_MEMBER + 1), new RoleId(FIRST_MEMBER + 2)),
                false,
                false,
                0,
                at,
                80,
                78,
                14,
                random.nextLong(),
                0,
                List.of(),
                Optional.empty(),
                true);
    }
}
