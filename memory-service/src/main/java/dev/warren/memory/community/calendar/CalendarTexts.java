package dev.warren.memory.community.calendar;

import dev.warren.memory.community.Community;
import dev.warren.memory.community.Texts;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Row;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.MessageBody.Pings;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.bot.Target;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What members read of events. */
final class CalendarTexts {
    /** On one page of a list. */
    static final int PAGE_SIZE = 10;

    static final String EXAMPLES = "`tomorrow at 18:00`, `next Friday at 20:00`, `morgen um 8` or `2026-12-24 18:00`";

    private static final int COLOR = 0x5865F2;
    private static final int SHOWN_GUESTS = 30;
    private static final int SHOWN_TITLE = 80;
    private static final int SHOWN_PLACE = 60;
    private static final Duration EDITED_WITHIN = Duration.ofMinutes(10);
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm 'UTC'xxx", Locale.ENGLISH);

    private CalendarTexts() {}

    /** The event with its buttons. An embed pings nobody. */
    static MessageBody post(Gathering it, List<UserId> guests) {
        var entry = it.entry();
        var fields = new ArrayList<Embed.Field>();
        fields.add(new Embed.Field(
                "When",
                Community.stamp(entry.startsAt(), "F") + " (" + Community.stamp(entry.startsAt(), "R") + ")"
                        + (entry.lasts().isZero() ? "" : ", for " + span(entry.lasts())),
                false));
        if (!entry.place().isEmpty()) {
            fields.add(new Embed.Field("Where", entry.place(), false));
        }
        fields.add(new Embed.Field("Coming (" + guests.size() + ")", mentions(guests), false));
        var embed = Embed.of(entry.title(), entry.about())
                .withColor(COLOR)
                .withFields(fields)
                .withFooter("Event " + it.id());
        return MessageBody.embed(embed)
                .withRows(Row.of(
                        button(it, GuestButton.JOIN, "Join", Style.SUCCESS),
                        button(it, GuestButton.LEAVE, "Leave", Style.SECONDARY)));
    }

    private static String span(Duration lasts) {
        var parts = new ArrayList<String>();
        part(parts, lasts.toDays(), "day");
        part(parts, lasts.toHoursPart(), "hour");
        part(parts, lasts.toMinutesPart(), "minute");
        return parts.isEmpty() ? "less than a minute" : String.join(" ", parts);
    }

    private static void part(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }

    private static String mentions(List<UserId> guests) {
        if (guests.isEmpty()) {
            return "nobody yet";
        }
        var shown =
                guests.stream().limit(SHOWN_GUESTS).map(id -> "<@" + id + ">").collect(Collectors.joining(" "));
        return guests.size() <= SHOWN_GUESTS ? shown : shown + " and " + (guests.size() - SHOWN_GUESTS) + " more";
    }

    private static Component button(Gathering it, String what, String label, Style style) {
        return new Button(
                CustomId.of(Service.MEMORY, GuestButton.HANDLER, it.guild(), it.id(), what)
                        .toString(),
                label,
                style,
                Optional.empty(),
                false,
                AnswerKind.UPDATE);
    }

    /** One of them in a list. */
    static String line(Gathering it) {
        var entry = it.entry();
        return "`" + it.id() + "` " + Community.stamp(entry.startsAt(), "f") + " **"
                + Texts.escaped(Texts.shortened(entry.title(), SHOWN_TITLE)) + "**"
                + (entry.place().isEmpty() ? "" : " · " + Texts.escaped(Texts.shortened(entry.place(), SHOWN_PLACE)));
    }

    /** Asks which of two times is meant, where a clock change leaves that open. */
    static MessageBody which(Gathering draft, String why, ZoneId zone, List<Instant> times) {
        var buttons = times.stream()
                .map(time -> (Component) new Button(
                        CustomId.of(
                                        Service.MEMORY,
                                        TimeButton.HANDLER,
                                        draft.guild(),
                                        draft.id(),
                                        time.getEpochSecond())
                                .toString(),
                        WITH_OFFSET.format(time.atZone(zone)),
                        Style.PRIMARY,
                        Optional.empty(),
                        false,
                        AnswerKind.UPDATE))
                .toList();
        return MessageBody.text(why).withRows(new Row(buttons));
    }

    /** Tells those who joined. */
    static MessageBody due(Gathering it, List<UserId> guests, Instant now) {
        var starts = it.entry().startsAt();
        var place = it.entry().place();
        var text =
                "🗓 **" + Texts.escaped(it.entry().title()) + "** " + (starts.isAfter(now) ? "begins " : "has begun ")
                        + Community.stamp(starts, "R")
                        + (place.isEmpty() ? "" : ", " + Texts.escaped(place)) + "\n" + all(guests);
        return MessageBody.text(text).pinging(pings(guests));
    }

    /** Tells that it will not be. */
    static MessageBody cancelled(Gathering it, List<UserId> guests) {
        return MessageBody.text("🗓 Cancelled: " + it.name() + ", which was to begin "
                        + Community.stamp(it.entry().startsAt(), "F") + "."
                        + (guests.isEmpty() ? "" : "\n" + all(guests)))
                .pinging(pings(guests));
    }

    private static String all(List<UserId> guests) {
        return guests.stream().map(id -> "<@" + id + ">").collect(Collectors.joining(" "));
    }

    private static Pings pings(List<UserId> guests) {
        return new Pings(guests, List.of(), false, false);
    }

    /** Brings the post up to date, where there is one. */
    static Outgoing<?>[] edited(Call<? extends InteractionEvent> call, Gathering it, List<UserId> guests) {
        var body = it.stands() ? post(it, guests) : MessageBody.text("-# The event `" + it.id() + "` was cancelled.");
        return it.reply()
                .map(reply -> new Outgoing<?>[] {
                    call.<ReplyEvent>causes(
                            Topics.REPLIES,
                            "edit",
                            it.channel().toString(),
                            new EditMessage(
                                    Target.reply(it.channel(), reply),
                                    body,
                                    call.time().plus(EDITED_WITHIN)))
                })
                .orElseGet(() -> new Outgoing<?>[0]);
    }
}
