package dev.warren.memory.community.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.memory.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.LocalCdn;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.Permission;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendar leaves as a file and comes from one. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalCdn.class)
class CalendarFilesIT {
    private static final DateTimeFormatter ICS =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static Broker broker;

    private Talk ada;

    @BeforeAll
    static void open() {
        broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class));
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @BeforeEach
    void meet() {
        ada = new Talk(broker).another(Permission.MANAGE_EVENTS);
    }

    @Test
    void import_previewedAndConfirmed_putsAllOnTheCalendarOnceAndUndoTakesAllBack() throws Exception {
        // Given
        var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
        var file = file(event("a", "Tea", tomorrow) + event("b", "Cake", tomorrow) + event("c", "Past", Instant.EPOCH));
        // When
        var preview = ada.answer(ada.ask("calendar", "import", Map.of("file", file)));
        // Then: nothing is there before it is confirmed, and nobody else confirms it
        assertThat(preview.embeds().getFirst().title()).contains("Import 2 events?");
        assertThat(text(preview)).contains("**Tea**", "**Cake**", "Left out: 1 that have begun already.");
        assertThat(ada.said(ada.ask("calendar", "list", Map.of()))).startsWith("Nothing is on the calendar.");
        var other = ada.another(Permission.MANAGE_EVENTS);
        assertThat(other.said(other.use(preview, "memory:calendar-import:"))).startsWith("That import was done");
        assertThat(ada.said(ada.use(preview, "memory:calendar-import:")))
                .isEqualTo("2 events are on the calendar now. `/undo` takes all of it back.");
        assertThat(text(ada.answer(ada.ask("calendar", "list", Map.of())))).contains("Tea", "Cake");
        // and a second time brings nothing
        var again = ada.answer(ada.ask("calendar", "import", Map.of("file", file)));
        assertThat(ada.said(ada.use(again, "memory:calendar-import:"))).startsWith("Nothing was imported: all of it");
        assertThat(ada.said(ada.ask("undo"))).startsWith("Taken back: your import of 2 events is gone again.");
        assertThat(ada.said(ada.ask("calendar", "list", Map.of()))).startsWith("Nothing is on the calendar.");
        assertThat(ada.said(ada.ask("redo"))).startsWith("Done again: your import of 2 events is back.");
        assertThat(text(ada.answer(ada.ask("calendar", "list", Map.of())))).contains("Tea", "Cake");
    }

    @Test
    void import_forgotten_putsNothingOnTheCalendar() throws Exception {
        var file = file(event("a", "Tea", Instant.now().plus(1, ChronoUnit.DAYS)));
        var preview = ada.answer(ada.ask("calendar", "import", Map.of("file", file)));

        var forget = Talk.customIds(preview).getLast();
        assertThat(ada.said(ada.use(preview, forget))).isEqualTo("Nothing was imported.");
        assertThat(ada.said(ada.use(preview, "memory:calendar-import:"))).startsWith("That import was done");
    }

    @Test
    void export_importedElsewhere_isTheSameCalendar() throws Exception {
        // Given
        ada.answer(ada.ask("calendar", "create", Map.of("title", "Tea", "when", "in 5 hours", "where", "Stage")));
        var exported = ada.answer(ada.ask("calendar", "export", Map.of()));
        var file = exported.files().getFirst();
        assertThat(file.name()).isEqualTo("calendar.ics");
        var bytes = Base64.getDecoder().decode(file.bytes().orElseThrow());
        // When
        var elsewhere = new Talk(broker).another(Permission.MANAGE_EVENTS);
        var preview = elsewhere.answer(elsewhere.ask("calendar", "import", Map.of("file", put(bytes))));
        elsewhere.said(elsewhere.use(preview, "memory:calendar-import:"));
        // Then
        assertThat(lines(elsewhere)).isEqualTo(lines(ada));
    }

    @Test
    void import_ofTenMegabytesOfRubbish_isRefusedWithTheBound() throws Exception {
        var rubbish = new byte[10 * 1024 * 1024];
        Arrays.fill(rubbish, (byte) 'x');

        assertThat(ada.said(ada.ask("calendar", "import", Map.of("file", put(rubbish)))))
                .isEqualTo("`file` must have at most 262,144 bytes, not `more`. Nothing was changed.");
        assertThat(ada.said(ada.ask("calendar", "import", Map.of("file", put(Arrays.copyOf(rubbish, 200_000))))))
                .startsWith("`file` must be an iCalendar file, which begins with BEGIN:VCALENDAR, not `xxx");
    }

    @Test
    void import_ofAFileElsewhereOrGone_isRefusedAndNotAsked() {
        assertThat(ada.said(ada.ask("calendar", "import", Map.of("file", "http://169.254.169.254/latest/meta-data"))))
                .isEqualTo("`file` must be attached here, not `an address elsewhere`. Nothing was changed.");
        assertThat(ada.said(ada.ask("calendar", "import", Map.of("file", cdn() + "/attachments/1/2/none.ics"))))
                .isEqualTo("`file` must still lie at Discord, not `gone, or too slow`. Nothing was changed.");
        assertThat(ada.said(ada.ask("calendar", "import", Map.of("file", cdn() + "/attachments/1/slow/a.ics"))))
                .isEqualTo("`file` must still lie at Discord, not `gone, or too slow`. Nothing was changed.");
    }

    @Test
    void import_ofNothingToCome_saysWhy() throws Exception {
        assertThat(ada.said(ada.ask("calendar", "import", Map.of("file", file(event("a", "Past", Instant.EPOCH))))))
                .isEqualTo(
                        "`file` must have an event that is to come, not `1 that have begun already`. Nothing was changed.");
    }

    private static String lines(Talk talk) {
        return text(talk.answer(talk.ask("calendar", "list", Map.of()))).replaceAll("`\\d+` ", "");
    }

    private static String text(MessageBody body) {
        return body.embeds().getFirst().description().orElse("");
    }

    private static String event(String uid, String title, Instant starts) {
        return "BEGIN:VEVENT\r\nUID:%s\r\nSUMMARY:%s\r\nDTSTART:%s\r\nEND:VEVENT\r\n"
                .formatted(uid, title, ICS.format(starts));
    }

    private static String file(String events) throws IOException, InterruptedException {
        return put(("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n").getBytes(UTF_8));
    }

    private static String cdn() {
        return ConfigProvider.getConfig().getValue(LocalCdn.ADDRESS, String.class);
    }

    private static String put(byte[] bytes) throws IOException, InterruptedException {
        var url = cdn() + "/attachments/70/" + Arrays.hashCode(bytes) + "/calendar.ics";
        try (var client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .PUT(BodyPublishers.ofByteArray(bytes))
                            .build(),
                    BodyHandlers.discarding());
        }
        return url;
    }
}
