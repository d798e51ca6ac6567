package dev.warren.eventviewer.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.eventviewer.records.SeenRecord.Place;
import dev.warren.schemas.event.Headers;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordIndexTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private final RecordIndex index = new RecordIndex(3, 1_000_000, new Payloads());

    @Test
    void add_moreRecordsThanAllowed_dropsTheOldest() {
        for (int number = 1; number <= 5; number++) {
            index.add(fact(number, "{}"));
        }

        assertThat(index.newest(RecordFilter.ALL, 0, 10))
                .extracting(kept -> kept.record().place().offset())
                .containsExactly(5L, 4L, 3L);
        assertThat(index.linked(Set.of("fact:1"))).isEmpty();
        assertThat(index.fill().dropped()).isEqualTo(2);
    }

    @Test
    void add_moreBytesThanAllowed_dropsTheOldest() {
        var small = new RecordIndex(100, 3_000, new Payloads());
        small.add(fact(1, "x".repeat(2_000)));
        small.add(fact(2, "x".repeat(2_000)));

        assertThat(small.linked(Set.of("fact:1"))).isEmpty();
        assertThat(small.linked(Set.of("fact:2"))).hasSize(1);
        assertThat(small.fill().bytes()).isLessThan(3_000);
    }

    @Test
    void add_sameRecordTwice_keepsItOnce() {
        index.add(fact(1, "{}"));
        index.add(fact(1, "{}"));

        assertThat(index.fill().records()).isEqualTo(1);
    }

    @Test
    void at_keptRecord_isAsItWas() {
        var tombstone = new SeenRecord(
                new Place("discord.guilds", 0, 7),
                NOON,
                "",
                Map.of(Headers.ID, "guild:ä", "empty", ""),
                Optional.empty(),
                NOON.plusMillis(3),
                false);
        var full = fact(1, "{\"text\":\"日本\"}");
        index.add(tombstone);
        index.add(full);

        assertThat(index.at(tombstone.place())).contains(tombstone);
        assertThat(index.at(full.place()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(full);
    }

    @Test
    void linked_recordUnderTwoOfTheNames_isFoundOnce() {
        index.add(record("discord.facts", 1, "fact:1", "{}"));
        index.add(record("bot.decisions", 1, "fact:1/decided", """
                {"service":"leveling","reason":"same-minute","correlations":["fact:1","fact:2"]}"""));

        assertThat(index.linked(Set.of("fact:1", "fact:2"))).hasSize(2);
    }

    @Test
    void linked_decisionOfManyChains_isFoundUnderEach() {
        index.add(record("bot.decisions", 1, "message:1/decided:leveling:same-minute", """
                {"service":"leveling","reason":"same-minute","correlations":["message:1","message:2"]}"""));

        assertThat(index.linked(Set.of("message:2"))).hasSize(1);
    }

    @Test
    void linked_receiptWithMessages_isFoundUnderThem() {
        index.add(record("bot.receipts", 1, "command:1/answer/receipt:done", """
                {"reply":"command:1/answer","messages":["77"]}"""));

        assertThat(index.linked(Set.of(Links.posted("77")))).hasSize(1);
        assertThat(index.linked(Set.of("command:1"))).hasSize(1);
    }

    @Test
    void newest_afterANumber_givesOnlyWhatCameLater() {
        index.add(fact(1, "{}"));
        long last = index.last();
        index.add(fact(2, "{}"));

        assertThat(index.newest(RecordFilter.ALL, last, 10)).hasSize(1);
    }

    private static SeenRecord fact(long offset, String value) {
        return record("discord.facts", offset, "fact:" + offset, value);
    }

    private static SeenRecord record(String topic, long offset, String id, String value) {
        return new SeenRecord(
                new Place(topic, 0, offset),
                NOON,
                "1:2",
                Map.of(Headers.ID, id, Headers.CORRELATION_ID, id),
                Optional.of(value.getBytes(UTF_8)),
                NOON,
                true);
    }
}
