package dev.warren.memory.community.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.memory.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events are made, joined, called to mind, cancelled and brought back. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class CalendarIT {
    private static Broker broker;

    private Talk ada;
    private Talk grace;

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
        ada = new Talk(broker);
        grace = ada.another();
    }

    @Test
    void event_made_isShownWithItsTimeAndListed() {
        var asked = create(
                "Listening", "in 2 hours", Map.of("lasts", "PT1H30M", "where", "Stage", "description", "Bring tea"));

        var embed = ada.answer(asked).embeds().getFirst();
        long starts = asked.time().getEpochSecond() + 7_200;
        assertThat(embed.title()).contains("Listening");
        assertThat(embed.description()).contains("Bring tea");
        assertThat(embed.fields())
                .extracting(Embed.Field::value)
                .containsExactly(
                        "<t:" + starts + ":F> (<t:" + starts + ":R>), for 1 hour 30 minutes", "Stage", "nobody yet");
        assertThat(list()).contains("<t:" + starts + ":f> **Listening** · Stage");
    }

    @Test
    void event_joinedByButtonAndCommand_showsWhoComesAndIsTakenBack() {
        var asked = create("Listening", "in 2 hours", Map.of());
        var made = ada.answer(asked);
        var number = Map.of("event", number(made));

        assertThat(coming(grace.answer(grace.use(made, "memory:calendar-guest:"))))
                .isEqualTo("Coming (1): <@" + grace.user() + ">");
        assertThat(grace.said(grace.use(made, "memory:calendar-guest:")))
                .isEqualTo("You have joined that event already.");
        var joined = ada.ask("calendar", "join", number);
        assertThat(ada.said(joined)).startsWith("You come to the event `" + number(made) + "`, Listening.");
        var edit = edit(joined);
        assertThat(edit.target().reply()).contains(asked.id().derive("answer"));
        assertThat(coming(edit.body())).isEqualTo("Coming (2): <@" + grace.user() + "> <@" + ada.user() + ">");
        var undone = ada.ask("undo");
        assertThat(ada.said(undone)).contains("your place at the event", "is gone again");
        assertThat(coming(edit(undone).body())).isEqualTo("Coming (1): <@" + grace.user() + ">");
        assertThat(ada.said(ada.ask("calendar", "leave", number))).isEqualTo("You have not joined that event.");
    }

    @Test
    void event_whenItBegins_isCalledToMindOnceToThoseWhoJoinedAlone() {
        var made = ada.answer(create("Now @everyone", "in 4 seconds", Map.of()));
        grace.answer(grace.use(made, "memory:calendar-guest:"));

        var post = (PostMessage) ada.reply(PostMessage.class).payload();

        assertThat(post.body().content())
                .startsWith("🗓 **Now @everyone** has begun <t:")
                .endsWith("<@" + grace.user() + ">");
        assertThat(post.body().pings().users()).containsExactly(grace.user());
        assertThat(post.body().pings().everyone()).isFalse();
        assertThat(ada.replies(PostMessage.class, 1)).hasSize(1);
    }

    @Test
    void event_cancelledAndBroughtBack_isOffAndOnTheCalendar() {
        var made = ada.answer(create("Listening", "in 2 hours", Map.of()));
        grace.answer(grace.use(made, "memory:calendar-guest:"));
        var number = Map.of("event", number(made));

        assertThat(grace.said(grace.ask("calendar", "cancel", number))).startsWith("Only <@" + ada.user() + ">");
        var cancelled = ada.ask("calendar", "cancel", number);
        var said = ada.answer(cancelled);
        assertThat(said.content()).startsWith("🗓 Cancelled: the event").endsWith("<@" + grace.user() + ">");
        assertThat(said.pings().users()).containsExactly(grace.user());
        assertThat(edit(cancelled).body().content()).endsWith("was cancelled.");
        assertThat(ada.said(ada.ask("calendar", "list", Map.of()))).startsWith("Nothing is on the calendar.");
        assertThat(grace.said(grace.use(made, "memory:calendar-guest:")))
                .isEqualTo("That event is over, or was cancelled.");
        var undone = ada.ask("undo");
        assertThat(ada.said(undone)).contains("Listening is back.");
        assertThat(coming(edit(undone).body())).isEqualTo("Coming (1): <@" + grace.user() + ">");
        assertThat(list()).contains("Listening");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-02-30 18:00   | There is no 30 February 2026.",
                "yesterday at 18:00 | `when` must lie ahead, not `yesterday at 18:00`. Nothing was changed.",
                "in 3 years         | more than 366 days ahead",
                "every Monday at 9  | `when` must be one time, since an event is once, not `every Monday at 9`. Nothing was changed.",
                "whenever           | `when` must be a time such as",
            })
    void event_atATimeThatCannotBe_isRefusedInWords(String when, String said) {
        assertThat(ada.said(create("Listening", when, Map.of()))).contains(said);
        assertThat(ada.said(ada.ask("calendar", "list", Map.of()))).startsWith("Nothing is on the calendar.");
    }

    @Test
    void event_thatBreaksOtherRules_isRefusedInWords() {
        assertThat(ada.said(create("x".repeat(200), "in 2 hours", Map.of())))
                .isEqualTo("`title` must have at most 100 characters, not `200`. Nothing was changed.");
        assertThat(ada.said(create("Tea", "in 2 hours", Map.of("description", "x".repeat(5_000)))))
                .isEqualTo("`description` must have at most 1,000 characters, not `5,000`. Nothing was changed.");
        assertThat(ada.said(create("Tea", "in 2 hours", Map.of("lasts", "P20D"))))
                .isEqualTo("`lasts` must be at most 14 days, not `20 days`. Nothing was changed.");
        assertThat(ada.said(ada.ask("calendar", "join", Map.of("event", "none"))))
                .startsWith("`event` must be the number of an event");
    }

    @Test
    void event_atATimeThatTheClockShowsTwice_isAskedBackAndThenMade() {
        // Given: the next time that clocks are put back in Berlin
        ada.answered(ada.ask("profile", "set", Map.of("timezone", "Europe/Berlin")));
        var change = ZoneId.of("Europe/Berlin").getRules();
        var transition = change.nextTransition(java.time.Instant.now());
        while (!transition.isOverlap()) {
            transition = change.nextTransition(transition.getInstant());
        }
        LocalDate day = transition.getDateTimeBefore().toLocalDate();
        // When
        var asked = ada.answer(create("Night", day + " 02:30", Map.of()));
        // Then
        assertThat(asked.content()).startsWith("The clock shows 02:30 twice on that day");
        assertThat(ada.said(ada.ask("calendar", "list", Map.of()))).startsWith("Nothing is on the calendar.");
        assertThat(grace.said(grace.use(asked, "memory:calendar-when:"))).startsWith("That was answered");
        var later = Talk.customIds(asked).getLast();
        assertThat(ada.said(ada.use(asked, later))).startsWith("It is on the calendar now:");
        var starts = transition.getInstant().plusSeconds(1_800);
        assertThat(list()).contains("<t:" + starts.getEpochSecond() + ":f> **Night**");
    }

    @Test
    void events_beyondTheBound_areRefused() {
        for (int i = 0; i < 25; i++) {
            ada.answer(create("Event " + i, "in " + (i + 2) + " hours", Map.of()));
        }

        assertThat(ada.said(create("One more", "in 2 hours", Map.of())))
                .isEqualTo("Too many events: 25 of you are to come here, and a member may have 25 at most."
                        + " `/calendar cancel` makes room. Nothing was changed.");
        var moderator = ada.another(Permission.MANAGE_EVENTS);
        assertThat(moderator.said(moderator.ask("calendar", "export", Map.of())))
                .isEqualTo("Here: 25 events, for any calendar.");
    }

    private Event<?> create(String title, String when, Map<String, String> more) {
        var options = new HashMap<>(more);
        options.put("title", title);
        options.put("when", when);
        return ada.ask("calendar", "create", options);
    }

    private String list() {
        return ada.answer(ada.ask("calendar", "list", Map.of()))
                .embeds()
                .getFirst()
                .description()
                .orElse("");
    }

    private static String coming(MessageBody body) {
        var field = body.embeds().getFirst().fields().getLast();
        return field.name() + ": " + field.value();
    }

    private static EditMessage edit(Event<?> cause) {
        return (EditMessage) broker.await(
                        Topics.REPLIES,
                        received -> received.event().id().equals(cause.id().derive("edit")))
                .event()
                .payload();
    }

    static String number(MessageBody made) {
        return made.embeds().getFirst().footer().orElseThrow().replace("Event ", "");
    }
}
