package dev.warren.embed.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What of a document is new. */
class TurnoutTest {
    private static final Instant NOW = Instant.parse("2026-05-06T12:00:00Z");
    private static final Instant WEEK_AGO = NOW.minus(Duration.ofDays(7));

    private static FeedItem item(String id, Optional<Instant> published) {
        return new FeedItem(id, "Title " + id, Optional.empty(), Optional.empty(), published);
    }

    private static FeedItem item(String id, Duration age) {
        return item(id, Optional.of(NOW.minus(age)));
    }

    private static List<String> announced(Turnout turnout) {
        return turnout.announced().stream().map(FeedItem::id).toList();
    }

    @Test
    void items_thatAreNew_areAnnouncedTheOldestFirst() {
        var document = new FeedDocument(
                "t",
                List.of(
                        item("b", Duration.ofHours(1)),
                        item("a", Duration.ofHours(2)),
                        item("known", Duration.ofHours(3))));

        var turnout = Turnout.of(document, Set.of(Digest.of("known")), WEEK_AGO, 5);

        assertThat(announced(turnout)).containsExactly("a", "b");
        assertThat(turnout.keys()).hasSize(3);
        assertThat(turnout.passedOver()).isZero();
    }

    @Test
    void item_thatSaysItIsOld_isKnownButNotAnnounced() {
        var document =
                new FeedDocument("t", List.of(item("old", Duration.ofDays(30)), item("timeless", Optional.empty())));

        var turnout = Turnout.of(document, Set.of(), WEEK_AGO, 5);

        assertThat(announced(turnout)).containsExactly("timeless");
        assertThat(turnout.passedOver()).isEqualTo(1);
    }

    @Test
    void flood_ofNewIds_isCutToTheNewest() {
        var document = new FeedDocument(
                "t",
                IntStream.range(0, 50)
                        .mapToObj(number -> item("i" + number, Duration.ofMinutes(number)))
                        .toList());

        var turnout = Turnout.of(document, Set.of(), WEEK_AGO, 3);

        assertThat(announced(turnout)).containsExactly("i2", "i1", "i0");
        assertThat(turnout.passedOver()).isEqualTo(47);
        assertThat(turnout.keys()).hasSize(50);
    }

    @Test
    void items_withoutTimes_areTakenByTheirPlaceNewestFirst() {
        var document = new FeedDocument(
                "t",
                List.of(item("new", Optional.empty()), item("older", Optional.empty()), item("new", Optional.empty())));

        assertThat(announced(Turnout.of(document, Set.of(), WEEK_AGO, 5))).containsExactly("older", "new");
    }
}
