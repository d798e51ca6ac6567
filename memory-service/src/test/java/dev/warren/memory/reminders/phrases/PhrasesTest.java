package dev.warren.memory.reminders.phrases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.warren.memory.reminders.phrases.When.Never;
import dev.warren.memory.reminders.phrases.When.Once;
import dev.warren.memory.reminders.phrases.When.Repeating;
import dev.warren.memory.reminders.phrases.When.Skipped;
import dev.warren.memory.reminders.phrases.When.Twice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of phrases and what they mean, and that nothing else breaks the reader. */
class PhrasesTest {
    private static final Resolver RESOLVER = new Resolver(Duration.ofDays(366), Duration.ofHours(1));

    @ParameterizedTest(name = "{2} at {0}")
    @CsvFileSource(resources = "/reminders/phrases.txt", delimiter = '|', maxCharsPerColumn = 300)
    void phrase_writtenThen_means(String at, String in, String text, String expected) {
        // Given
        var zone = ZoneId.of(in);
        var now = at.contains("+")
                ? OffsetDateTime.parse(at).atZoneSameInstant(zone)
                : LocalDateTime.parse(at).atZone(zone);
        // When
        var means = Phrase.parse(text).map(phrase -> RESOLVER.resolve(phrase, now));
        // Then
        assertThat(means.map(when -> shown(when, zone, expected.split(" ").length)))
                .isEqualTo(meant(expected));
    }

    private static Optional<String> meant(String expected) {
        return expected.equals("nothing") ? Optional.empty() : Optional.of(expected);
    }

    private static String shown(When when, ZoneId zone, int words) {
        return switch (when) {
            case Once(var instant) -> time(instant, zone);
            case Twice(var _, var earlier, var later) -> "twice " + time(earlier, zone) + " " + time(later, zone);
            case Skipped(var _, var before, var after) -> "skipped " + time(before, zone) + " " + time(after, zone);
            case Never(var reason, var _) -> "never " + reason;
            case Repeating repeating -> series(repeating, zone, words);
        };
    }

    /** The rule and as many of its times as are expected. */
    private static String series(Repeating repeating, ZoneId zone, int words) {
        var text = new StringBuilder(repeating.rule());
        var next = Optional.of(repeating.first());
        for (int i = 1; i < words; i++) {
            text.append(' ').append(next.map(instant -> time(instant, zone)).orElse("end"));
            next = next.flatMap(instant -> Recurrence.next(repeating.rule(), repeating.starts(), zone, instant));
        }
        return text.toString();
    }

    private static String time(Instant instant, ZoneId zone) {
        var time = instant.atZone(zone).toOffsetDateTime();
        return (time.getSecond() == 0
                        ? DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx")
                        : DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                .format(time);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "water the plants tomorrow at 6pm | water the plants | tomorrow at 6pm",
                "in 10 minutes to stretch | stretch | in 10 minutes",
                "stand up every weekday at 9:30 | stand up | every weekday at 9:30",
                "Blumen gießen morgen um 18 Uhr | Blumen gießen | morgen um 18 Uhr",
                "jeden Montag um 9 Müll rausbringen | Müll rausbringen | jeden Montag um 9",
                "call Ada, at 5pm on Monday | call Ada | at 5pm on Monday",
                "the sun is out | the sun is out | ",
                "buy 2 tickets for Monday | buy 2 tickets for Monday | ",
                "things to do | things to do | ",
                "take the 10 minutes | take the 10 minutes | ",
            })
    void wording_ofOneText_findsTheTimeAtItsEndOrBeginning(String text, String words, String when) {
        var found = Wording.of(text);

        assertThat(found.words()).isEqualTo(words);
        assertThat(found.when()).isEqualTo(Optional.ofNullable(when).flatMap(Phrase::parse));
    }

    @Test
    void reader_ofWhateverIsTyped_neverFails() {
        var pieces =
                "in at every jeden am um 5 31. 12.99. 99:99 2026-99-99 1.5 pm uhr half halb vor next monday mai a the"
                        .split(" ");
        var random = new Random(4711);
        var now = ZonedDateTime.of(2026, 10, 24, 12, 0, 0, 0, ZoneId.of("Europe/Berlin"));

        for (int i = 0; i < 20_000; i++) {
            var text = String.join(
                    " ",
                    Arrays.asList(random.ints(1 + random.nextInt(6), 0, pieces.length)
                            .mapToObj(place -> pieces[place])
                            .toArray(String[]::new)));
            assertThatCode(() -> Phrase.parse(text).ifPresent(phrase -> RESOLVER.resolve(phrase, now)))
                    .as(text)
                    .doesNotThrowAnyException();
        }
    }
}
