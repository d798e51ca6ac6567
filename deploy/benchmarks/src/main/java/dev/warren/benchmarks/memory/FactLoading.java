package dev.warren.benchmarks.memory;

import static org.awaitility.Awaitility.await;

import dev.warren.benchmarks.stack.StackProcesses;
import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.memory.MemoryRequestEvent.RememberFact;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lets the memory service remember many things about one member, as tools would ask for. */
final class FactLoading {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String[] WORDS =
            ("anchor antler apple apron arrow attic autumn badger bakery bamboo barley basket beacon beaver bicycle"
                            + " blanket blossom bottle bridge bronze bucket butter cabin cactus camera candle canyon carpet castle"
                            + " cavern cedar cellar ceramic cherry chimney cinema circus clarinet clock clover cobalt coffee comet"
                            + " compass copper coral cotton cradle crystal curtain dahlia desert diamond dolphin dragon drawer"
                            + " eagle ember engine falcon feather fiddle forest fossil fountain fox garden garlic giraffe glacier"
                            + " goblet granite grape guitar hammer harbour hazel heron honey horizon hotel iceberg island ivory"
                            + " jacket jasmine jungle kayak kettle kitchen ladder lagoon lantern lavender lemon letter library"
                            + " lizard lobster magnet mango maple marble meadow melon meteor mirror monsoon mountain museum needle"
                            + " nettle notebook oasis ocean olive onion opera orchid otter oyster paddle palace pancake paper"
                            + " parrot peach pebble pencil pepper piano pillow planet pocket pottery prairie pumpkin puzzle rabbit"
                            + " radish railway raven ribbon river rocket saddle saffron salmon sandal sapphire scissors seagull"
                            + " shadow silver spider spinach squirrel stable station sugar summit sunset swallow tailor teapot"
                            + " temple thistle thunder ticket tiger timber tobacco tomato trumpet tulip tunnel turtle umbrella"
                            + " valley vanilla velvet village vinegar violin volcano walnut water whale wheat willow window winter"
                            + " wizard yacht zebra")
                    .split(" ", -1);

    private final RawKafka kafka;
    private final UserId member;

    FactLoading(RawKafka kafka, UserId member) {
        this.kafka = kafka;
        this.member = member;
    }

    /** Words that hardly ever come together twice. */
    static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> WORDS[random.nextInt(WORDS.length)])
                .collect(Collectors.joining(" "));
    }

    /** Returns when so many facts hold; gives the seconds that it took. */
    double load(StackProcesses stack, int count) throws SQLException {
        var codec = new EventCodec();
        var random = new Random(3);
        long start = System.nanoTime();
        // a few more, since some come so near to others that they take their place
        int sent = count + Math.max(20, count / 50);
        try (var producer = kafka.producer(Map.of("linger.ms", 5))) {
            for (int i = 0; i < sent; i++) {
                var now = Instant.now();
                var wish = new RememberFact(Optional.empty(), member, words(random, 7), now);
                var event = Event.first(
                        EventId.of("message:" + (9_000_000L + i) + "/bench"),
                        "/memory",
                        now,
                        Keys.member(Optional.empty(), member),
                        wish);
                producer.send(codec.encode(new Outgoing<>(Topics.MEMORY_REQUESTS, event), Optional.empty()));
            }
        }
        try (var database = stack.database("memory");
                var holding = database.prepareStatement(
                        "SELECT count(*) FROM fact WHERE member = ? AND valid_until IS NULL")) {
            holding.setLong(1, member.value());
            await("facts").atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
                try (var rows = holding.executeQuery()) {
                    return rows.next() && rows.getLong(1) >= count;
                }
            });
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
