package dev.warren.memory.reminders;

import dev.warren.memory.reminders.Reminder.Series;
import dev.warren.memory.reminders.phrases.RuleWords;
import dev.warren.runtime.commands.CustomId;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Item;
import dev.warren.schemas.bot.Component.Row;
import dev.warren.schemas.bot.Component.Select;
import dev.warren.schemas.bot.Component.SelectKind;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.topics.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What members read of reminders. */
final class ReminderTexts {
    static final String EXAMPLES =
            "Try `in 10 minutes`, `tomorrow at 18:00`, `every Monday at 9`, `morgen um 8` or `2026-12-24 18:00`.";

    private static final int COLOR = 0x5865F2;
    private static final int SHOWN = 60;
    /** Two embeds of so many lines stay below Discord's 6,000 characters. */
    private static final int LINES = 25;

    private static final DateTimeFormatter READ = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm 'UTC'xxx", Locale.ENGLISH);
    private static final Pattern MENTION = Pattern.compile("@everyone|@here|<@[!&]?\\d+>");

    private ReminderTexts() {}

    /** What is said when it waits. */
    static MessageBody noted(Reminder reminder) {
        var due = reminder.dueAt().orElseThrow();
        var place = reminder.guild().isPresent() ? "in <#" + reminder.channel() + "> " : "";
        var text = "⏰ I'll remind you " + place + stamp(due, "F") + " (" + stamp(due, "R") + ")"
                + reminder.series().map(ReminderTexts::round).orElse("") + ": " + reminder.words()
                + "\n-# Reminder `" + reminder.id() + "`, by the clock of "
                + reminder.zone().getId()
                + (MENTION.matcher(reminder.words()).find() ? ". It will ping nobody but you." : "");
        var cancel = new Button(
                CustomId.of(Service.MEMORY, CancelButton.HANDLER, reminder.id()).toString(),
                "Cancel it",
                Style.SECONDARY,
                Optional.empty(),
                false,
                AnswerKind.UPDATE);
        return MessageBody.text(text).withRows(Row.of(cancel));
    }

    private static String round(Series series) {
        return ", and then " + RuleWords.of(series.rule());
    }

    /** Asks when, with the usual times. */
    static MessageBody when(Reminder draft) {
        var items = Arrays.stream(Usual.values())
                .map(usual -> new Item(usual.label(), usual.name(), Optional.empty(), false))
                .toList();
        return question(draft, "When shall I remind you of this? " + shortened(draft.words()), items);
    }

    /** Asks which of two times is meant, where a clock change leaves that open. */
    static MessageBody which(Reminder draft, String why, List<Instant> times) {
        var items = times.stream()
                .map(time -> new Item(
                        WITH_OFFSET.format(time.atZone(draft.zone())),
                        WhenSelect.AT + time.toEpochMilli(),
                        Optional.empty(),
                        false))
                .toList();
        return question(draft, why, items);
    }

    private static MessageBody question(Reminder draft, String text, List<Item> items) {
        var select = new Select(
                CustomId.of(Service.MEMORY, WhenSelect.HANDLER, draft.id()).toString(),
                SelectKind.TEXT,
                "When?",
                1,
                1,
                items,
                AnswerKind.UPDATE);
        var other = new Button(
                CustomId.of(Service.MEMORY, OtherTime.HANDLER, draft.id()).toString(),
                "Another time…",
                Style.SECONDARY,
                Optional.empty(),
                false,
                AnswerKind.MODAL);
        return MessageBody.text(text).withRows(Row.of(select), Row.of(other));
    }

    /** The reminder itself. */
    static MessageBody due(Reminder reminder, Instant due, boolean late) {
        var text = said(reminder) + (late ? "\n-# This was due " + stamp(due, "R") + "; I am late, sorry." : "");
        return MessageBody.text(text)
                .withRows(snoozes(reminder, due))
                .pinging(new MessageBody.Pings(List.of(reminder.member()), List.of(), false, false));
    }

    /** The reminder as a direct message, since it could not be posted where it was asked for. */
    static MessageBody instead(Reminder reminder, Instant due, String why) {
        var text = said(reminder) + "\n-# I could not post this in <#" + reminder.channel() + ">: " + why + ".";
        return MessageBody.text(text).withRows(snoozes(reminder, due));
    }

    static MessageBody snoozed(Reminder reminder) {
        var due = reminder.dueAt().orElseThrow();
        return MessageBody.text(
                said(reminder) + "\n-# Put off until " + stamp(due, "F") + " (" + stamp(due, "R") + ").");
    }

    private static String said(Reminder reminder) {
        return "⏰ <@" + reminder.member() + "> " + reminder.words();
    }

    private static Row snoozes(Reminder reminder, Instant due) {
        return new Row(Arrays.stream(Snooze.values())
                .map(snooze -> (dev.warren.schemas.bot.Component) new Button(
                        CustomId.of(
                                        Service.MEMORY,
                                        SnoozeButton.HANDLER,
                                        reminder.id(),
                                        due.toEpochMilli(),
                                        snooze.id())
                                .toString(),
                        snooze.label(),
                        Style.SECONDARY,
                        Optional.empty(),
                        false,
                        AnswerKind.UPDATE))
                .toList());
    }

    /** All that wait. */
    static MessageBody list(List<Reminder> waiting) {
        if (waiting.isEmpty()) {
            return MessageBody.text("No reminder of yours is waiting. `/remind me` makes one.");
        }
        var embeds = new ArrayList<Embed>();
        for (int from = 0; from < Math.min(waiting.size(), 2 * LINES); from += LINES) {
            var lines = waiting.subList(from, Math.min(waiting.size(), from + LINES)).stream()
                    .map(ReminderTexts::line)
                    .toList();
            embeds.add(Embed.of(from == 0 ? "Your reminders" : "…", String.join("\n", lines))
                    .withColor(COLOR));
        }
        return new MessageBody("", embeds, List.of(), List.of(), MessageBody.Pings.NOBODY);
    }

    private static String line(Reminder reminder) {
        var due = reminder.dueAt().orElseThrow();
        return "`" + reminder.id() + "` " + stamp(due, "f") + (reminder.series().isPresent() ? " 🔁 " : " ")
                + shortened(reminder.words());
    }

    /** For a completion: its time by the clock of its zone. */
    static String label(Reminder reminder) {
        return reminder.id() + ": " + read(reminder.dueAt().orElseThrow(), reminder.zone()) + ", "
                + shortened(reminder.words());
    }

    static String read(Instant time, ZoneId zone) {
        return READ.format(time.atZone(zone));
    }

    static String full(long most) {
        return "You have " + most + " reminders waiting, which is the most that I keep. `/remind cancel` makes room.";
    }

    static String shortened(String words) {
        var line = words.replace('\n', ' ');
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
    }

    /** What was typed, shortened, and unable to break out of its code. */
    static String quoted(String typed) {
        return "`" + shortened(typed).replace('`', '\'') + "`";
    }

    static String stamp(Instant time, String style) {
        return "<t:" + time.getEpochSecond() + ":" + style + ">";
    }

    static boolean isLate(Instant due, Instant now, Duration after) {
        return Duration.between(due, now).compareTo(after) > 0;
    }
}
