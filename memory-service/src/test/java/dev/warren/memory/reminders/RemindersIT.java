package dev.warren.memory.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.memory.Talk;
import dev.warren.runtime.commands.Announcer;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.Component.Select;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reminders are asked for, listed, changed and cancelled. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class RemindersIT {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Pattern NUMBER = Pattern.compile("Reminder `(\\d+)`");
    private static Broker broker;

    @Inject
    Announcer announcer;

    @Inject
    SettingsView settings;

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
        ada = new Talk(broker);
    }

    @Test
    void me_withATime_isConfirmedWithNumberTimeAndZone() {
        var asked = ada.remind("me", Map.of("what", "stretch", "when", "in 10 minutes"));

        long due = asked.time().getEpochSecond() + 600;
        assertThat(ada.said(asked))
                .startsWith(
                        "⏰ I'll remind you in <#" + ada.channel() + "> <t:" + due + ":F> (<t:" + due + ":R>): stretch")
                .containsPattern(NUMBER)
                .endsWith("by the clock of UTC");
    }

    @Test
    void me_writtenWithTheTimeInside_findsBoth() {
        var asked = ada.written("me", Map.of("what", "Blumen", "when", "gießen morgen um 18 Uhr"));

        var due = LocalDate.ofInstant(asked.time(), ZoneOffset.UTC)
                .plusDays(1)
                .atTime(18, 0)
                .toEpochSecond(ZoneOffset.UTC);
        assertThat(ada.said(asked)).contains("<t:" + due + ":F>").contains("): Blumen gießen\n");
    }

    @Test
    void me_byTheGuildsTimezone_isReadByItsClock() {
        guildLivesIn(BERLIN);

        var asked = ada.remind("me", Map.of("what", "tea", "when", "tomorrow at 9"));

        var due = LocalDate.ofInstant(asked.time(), BERLIN)
                .plusDays(1)
                .atTime(9, 0)
                .atZone(BERLIN)
                .toEpochSecond();
        assertThat(ada.said(asked)).contains("<t:" + due + ":F>").endsWith("by the clock of Europe/Berlin");
    }

    @Test
    void me_ofWhoeverHasATimezone_isReadByTheirClock() {
        guildLivesIn(BERLIN);
        ada.answered(ada.ask("profile", "set", Map.of("timezone", "asia/tokyo")));

        var asked = ada.remind("me", Map.of("what", "tea", "when", "tomorrow at 9"));

        assertThat(ada.said(asked)).endsWith("by the clock of Asia/Tokyo");
    }

    @Test
    void me_withoutATime_asksWithUsualOnesAndTakesTheChoice() {
        var question = ada.answer(ada.remind("me", Map.of("what", "stretch")));
        assertThat(question.content()).isEqualTo("When shall I remind you of this? stretch");
        assertThat(select(question).items())
                .extracting(item -> item.label())
                .contains("In an hour", "Tomorrow at 9:00");

        var chosen = ada.use(question, "memory:remind-when:", "AN_HOUR");

        assertThat(ada.said(chosen)).contains("<t:" + (chosen.time().getEpochSecond() + 3_600) + ":R>): stretch");
    }

    @Test
    void me_atATimeThatTheClockShowsTwice_isAskedWhich() {
        guildLivesIn(BERLIN);
        var change = nextChange(ZoneOffsetTransition::isOverlap);
        var local = change.getDateTimeAfter().plusMinutes(30);

        var question = ada.answer(
                ada.remind("me", Map.of("what", "owl", "when", local.toString().replace('T', ' '))));

        assertThat(question.content()).contains("twice");
        assertThat(select(question).items())
                .extracting(item -> item.value())
                .containsExactly(
                        "@" + local.toInstant(change.getOffsetBefore()).toEpochMilli(),
                        "@" + local.toInstant(change.getOffsetAfter()).toEpochMilli());
        var later = select(question).items().getLast().value();
        assertThat(ada.said(ada.use(question, "memory:remind-when:", later)))
                .contains("<t:" + local.toEpochSecond(change.getOffsetAfter()) + ":F>");
    }

    @Test
    void me_atATimeThatTheClockSkips_isAskedWhen() {
        guildLivesIn(BERLIN);
        var change = nextChange(ZoneOffsetTransition::isGap);
        var local = change.getDateTimeBefore().plusMinutes(30);

        var question = ada.answer(
                ada.remind("me", Map.of("what", "owl", "when", local.toString().replace('T', ' '))));

        assertThat(question.content()).startsWith("There is no 02:30 on that day");
        assertThat(select(question).items()).hasSize(2);
    }

    @Test
    void me_whatCannotBe_isRefusedInWords() {
        assertThat(ada.said(ada.remind("me", Map.of("what", "x", "when", "on 31 February"))))
                .startsWith("There is no 31 February ");
        assertThat(ada.said(ada.remind("me", Map.of("what", "x", "when", "2 days ago"))))
                .endsWith("I can only remind you later.");
        assertThat(ada.said(ada.remind("me", Map.of("what", "x", "when", "in 3 years"))))
                .isEqualTo("That is more than 366 days ahead, which is the most that I can.");
        assertThat(ada.said(ada.remind("me", Map.of("what", "x", "when", "when pigs fly"))))
                .startsWith("I don't understand `when pigs fly` as a time. Try `in 10 minutes`");
        assertThat(ada.said(ada.remind("me", Map.of("what", "tomorrow at 9"))))
                .startsWith("Of what shall I remind you?");
        assertThat(ada.said(ada.remind("me", Map.of("what", "x", "when", "RRULE:FREQ=MINUTELY"))))
                .isEqualTo("I repeat reminders every hour at most.");
    }

    @Test
    void me_withMentions_saysThatNobodyElseIsPinged() {
        var answer = ada.answer(ada.remind("me", Map.of("what", "greet @everyone", "when", "in 2 hours")));

        assertThat(answer.content()).endsWith("It will ping nobody but you.");
        assertThat(answer.pings()).isEqualTo(MessageBody.Pings.NOBODY);
    }

    @Test
    void me_oncePerEvent_isRefusedBeyondFifty() {
        // Given
        var events = new ArrayList<Event<?>>();
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        for (int i = 0; i < 51; i++) {
            var event = ada.invoked(
                    "remind", "me", Map.of("what", "chore " + i, "when", "in " + (i + 2) + " hours"), Via.SLASH);
            events.add(event);
            records.add(broker.encode(Topics.INTERACTIONS, event));
        }
        // When: each of them twice
        broker.sendAll(records);
        broker.sendAll(records);
        // Then
        assertThat(ada.said(events.get(49))).contains("chore 49");
        assertThat(ada.said(events.get(50)))
                .isEqualTo(
                        "You have 50 reminders waiting, which is the most that I keep. `/remind cancel` makes room.");
        var list = ada.answer(ada.remind("list", Map.of()));
        assertThat(list.embeds()).hasSize(2);
        assertThat(list.embeds().getLast().description().orElseThrow().lines())
                .hasSize(25)
                .last()
                .asString()
                .contains("chore 49");
    }

    @Test
    void edit_ofTimeAndWords_changesThemAndTheListShowsIt() {
        // Given
        var number = number(ada.said(ada.remind("me", Map.of("what", "tea", "when", "in 1 hour"))));
        // When
        var edited = ada.remind("edit", Map.of("reminder", number, "what", "green tea", "when", "in 2 hours"));
        // Then
        assertThat(ada.said(edited)).contains("<t:" + (edited.time().getEpochSecond() + 7_200) + ":R>): green tea");
        assertThat(description(ada.answer(ada.remind("list", Map.of()))))
                .contains("`" + number + "`")
                .contains("green tea");
        assertThat(ada.said(ada.remind("edit", Map.of("reminder", number)))).startsWith("Say what is to change");
    }

    @Test
    void edit_written_takesTheRestAsTimeOrWords() {
        var number = number(ada.said(ada.remind("me", Map.of("what", "tea", "when", "in 1 hour"))));

        var edited = ada.written("edit", Map.of("reminder", number, "when", "in", "what", "3 hours"));

        assertThat(ada.said(edited)).contains("<t:" + (edited.time().getEpochSecond() + 10_800) + ":R>): tea");
    }

    @Test
    void cancel_ofOnesOwn_isDoneAndOfAnothersIsUnknown() {
        // Given
        var number = number(ada.said(ada.remind("me", Map.of("what", "tea", "when", "in 1 hour"))));
        var grace = new Talk(broker);
        // When, then
        assertThat(grace.said(grace.remind("cancel", Map.of("reminder", number))))
                .isEqualTo("No reminder `" + number + "` of yours is waiting. `/remind list` shows those that are.");
        assertThat(ada.said(ada.remind("cancel", Map.of("reminder", "#" + number))))
                .isEqualTo("Cancelled: tea");
        assertThat(ada.said(ada.remind("cancel", Map.of("reminder", number)))).startsWith("No reminder");
        assertThat(ada.said(ada.remind("list", Map.of()))).startsWith("No reminder of yours is waiting.");
    }

    @Test
    void announcement_offersRemindAsAModuleOfItsOwn() {
        assertThat(announcer.offer().commands())
                .filteredOn(command -> command.name().equals("remind"))
                .singleElement()
                .satisfies(command -> assertThat(command.module()).isEqualTo("reminders"));
    }

    private void guildLivesIn(ZoneId zone) {
        var from = Instant.now().minusSeconds(60);
        broker.send(
                Topics.SETTINGS,
                Event.first(
                        EventId.of("settings:" + ada.guild()),
                        "/memory",
                        from,
                        Keys.guild(ada.guild()),
                        new SettingsChanged(
                                ada.guild(), 1, from, ada.user(), Map.of(), Map.of("timezone", zone.getId()))));
        await().until(() ->
                settings.at(Optional.of(ada.guild()), Instant.now()).timezone().equals(zone));
    }

    private static ZoneOffsetTransition nextChange(java.util.function.Predicate<ZoneOffsetTransition> wanted) {
        var change = BERLIN.getRules().nextTransition(Instant.now());
        while (!wanted.test(change)) {
            change = BERLIN.getRules().nextTransition(change.getInstant());
        }
        return change;
    }

    private static Select select(MessageBody body) {
        return (Select) body.rows().getFirst().components().getFirst();
    }

    private static String description(MessageBody body) {
        return List.copyOf(body.embeds()).getFirst().description().orElseThrow();
    }

    private static String number(String confirmation) {
        var found = NUMBER.matcher(confirmation);
        assertThat(found.find()).as(confirmation).isTrue();
        return found.group(1);
    }
}
