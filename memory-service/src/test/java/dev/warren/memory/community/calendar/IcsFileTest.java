package dev.warren.memory.community.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.memory.community.calendar.Gathering.Entry;
import dev.warren.memory.community.calendar.IcsFile.Read;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** iCalendar files as members bring them. */
class IcsFileTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final IcsFile FILE = new IcsFile(100, Duration.ofDays(366), Duration.ofDays(14));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART:20261201T180000Z                         | 2026-12-01T18:00:00Z",
                "DTSTART;TZID=Europe/Berlin:20261201T190000       | 2026-12-01T18:00:00Z",
                "DTSTART;TZID=\"America/New_York\":20261201T130000 | 2026-12-01T18:00:00Z",
                "DTSTART;TZID=W. Europe Standard Time:20261201T190000 | 2026-12-01T18:00:00Z",
                "DTSTART:20261201T190000                          | 2026-12-01T18:00:00Z",
                "DTSTART;VALUE=DATE:20261201                      | 2026-11-30T23:00:00Z",
                "dtstart:20261201T180000Z                         | 2026-12-01T18:00:00Z",
            })
    void start_inEachFormOfRfc5545_isRead(String property, Instant starts) {
        assertThat(entries(event("UID:1", "SUMMARY:Tea", property.strip())))
                .singleElement()
                .extracting(Entry::startsAt)
                .isEqualTo(starts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTEND:20261201T193000Z                    | PT1H30M",
                "DURATION:PT45M                            | PT45M",
                "DURATION:P1W                              | PT168H",
                "COMMENT:none                              | PT0S",
            })
    void end_inEachFormOfRfc5545_isRead(String property, Duration lasts) {
        assertThat(entries(event("UID:1", "SUMMARY:Tea", "DTSTART:20261201T180000Z", property.strip())))
                .singleElement()
                .extracting(Entry::lasts)
                .isEqualTo(lasts);
    }

    @Test
    void series_thatBeganLongAgo_givesItsNextTime() {
        assertThat(entries(event(
                        "UID:1",
                        "SUMMARY:Weekly",
                        "DTSTART;TZID=Europe/Berlin:20200106T200000",
                        "RRULE:FREQ=WEEKLY;UNTIL=20270101T000000Z")))
                .singleElement()
                .extracting(Entry::startsAt)
                .isEqualTo(Instant.parse("2026-11-23T19:00:00Z"));
    }

    @Test
    void texts_foldedAndEscaped_areReadAndWhatIsTooLongIsCut() {
        var entry = entries(event(
                        "UID:1",
                        "SUMMARY:Tea\\, cake\\; and",
                        "  more @everyone",
                        "DTSTART:20261201T180000Z",
                        "LOCATION:Room 1",
                        "DESCRIPTION:one\\ntwo" + "x".repeat(5_000)))
                .getFirst();

        assertThat(entry.title()).isEqualTo("Tea, cake; and more @everyone");
        assertThat(entry.place()).isEqualTo("Room 1");
        assertThat(entry.about()).startsWith("one\ntwo").hasSize(1_000).endsWith("…");
    }

    @Test
    void events_thatCannotBeTaken_areCountedByTheirReason() {
        var read = read(calendar(
                "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Over\r\nDTSTART:20200101T000000Z\r\nEND:VEVENT",
                "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Far\r\nDTSTART:20400101T000000Z\r\nEND:VEVENT",
                "BEGIN:VEVENT\r\nUID:3\r\nSUMMARY:Nonsense\r\nDTSTART:20260230T000000Z\r\nEND:VEVENT",
                "BEGIN:VEVENT\r\nUID:4\r\nSUMMARY:Zone\r\nDTSTART;TZID=Mars:20261201T000000\r\nEND:VEVENT",
                "BEGIN:VEVENT\r\nUID:5\r\nDTSTART:20261201T000000Z\r\nEND:VEVENT",
                "BEGIN:VEVENT\r\nUID:6\r\nSUMMARY:Off\r\nSTATUS:CANCELLED\r\nDTSTART:20261201T000000Z\r\nEND:VEVENT",
                "BEGIN:VEVENT\r\nUID:7\r\nSUMMARY:Back\r\nDTSTART:20261201T000000Z\r\nDTEND:20261130T000000Z\r\nEND:VEVENT",
                "BEGIN:VEVENT\r\nUID:8\r\nSUMMARY:Good\r\nDTSTART:20261201T000000Z\r\nBEGIN:VALARM\r\nSUMMARY:No\r\nEND:VALARM\r\nEND:VEVENT",
                "BEGIN:VEVENT\r\nUID:8\r\nSUMMARY:Again\r\nDTSTART:20261202T000000Z\r\nEND:VEVENT"));

        assertThat(read).isInstanceOfSatisfying(Read.Entries.class, it -> {
            assertThat(it.entries()).extracting(Entry::title).containsExactly("Good");
            assertThat(it.leftOut())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "that have begun already", 1,
                            "more than 366 days ahead", 1,
                            "of which I cannot read the time or its zone", 2,
                            "without a title", 1,
                            "cancelled", 1,
                            "that last longer than 14 days, or end before they begin", 1,
                            "another time of one of them", 1));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<html>",
                "BEGIN:VCALENDAR",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n",
                "BEGIN:VCALENDAR\r\n:::;;==\r\nEND:VCALENDAR\r\n",
                "BEGIN:VCARD\r\nEND:VCARD\r\n"
            })
    void file_thatIsNoCalendar_isRefusedInWords(String text) {
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        Read.Wrong.class,
                        wrong -> assertThat(wrong.why().field()).isEqualTo("file"));
    }

    @Test
    void file_ofRubbishWhatever_isRefusedInAShortTime() {
        var random = new Random(7);
        for (int i = 0; i < 50; i++) {
            var bytes = new byte[262_144];
            random.nextBytes(bytes);
            var begin = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n".getBytes(UTF_8);
            System.arraycopy(begin, 0, bytes, 0, i % 2 == 0 ? begin.length : 0);
            assertThat(FILE.read(bytes, BERLIN, NOW)).isInstanceOf(Read.Wrong.class);
        }
    }

    @Test
    void file_whoseComponentsLieInEachOtherThousandfold_isRefused() {
        assertThat(read("BEGIN:VCALENDAR\r\n" + "BEGIN:A\r\n".repeat(25_000))).isInstanceOf(Read.Wrong.class);
    }

    @Test
    void file_withMoreEventsThanAreRead_isRefusedWithTheBound() {
        var events = "BEGIN:VEVENT\r\nSUMMARY:Tea\r\nDTSTART:20261201T000000Z\r\nEND:VEVENT\r\n".repeat(101);

        assertThat(read("BEGIN:VCALENDAR\r\n" + events + "END:VCALENDAR\r\n"))
                .isInstanceOfSatisfying(
                        Read.Wrong.class,
                        wrong -> assertThat(wrong.why().rule()).isEqualTo("have at most 100 events"));
    }

    @Test
    void export_readAgain_givesTheSame() {
        var entry = new Entry(
                "a-1@warren",
                "Tea; cake, \\ and \"more\" – für alle 🎉",
                "one\ntwo, three",
                "Room: 1",
                Instant.parse("2027-03-28T01:30:00Z"),
                Instant.parse("2027-03-28T03:00:00Z"));
        var gathering = new Gathering(
                1,
                new GuildId(2),
                new UserId(3),
                new ChannelId(4),
                entry,
                Optional.empty(),
                false,
                NOW,
                Optional.empty());

        var text = new String(IcsText.of(List.of(gathering)), UTF_8);

        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").contains("VERSION:2.0", "PRODID:-//Warren//");
        assertThat(text.lines()).allMatch(line -> line.getBytes(UTF_8).length <= 75);
        assertThat(entries(text)).containsExactly(entry);
    }

    private static List<Entry> entries(String text) {
        var read = read(text);
        assertThat(read).isInstanceOf(Read.Entries.class);
        return ((Read.Entries) read).entries();
    }

    private static Read read(String text) {
        return FILE.read(text.getBytes(UTF_8), BERLIN, NOW);
    }

    private static String event(String... lines) {
        return calendar("BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT");
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test\r\n" + String.join("\r\n", events)
                + "\r\nEND:VCALENDAR\r\n";
    }
}
