package dev.warren.memory.reminders;

import dev.warren.memory.reminders.Reminder.Series;
import dev.warren.memory.reminders.Reminder.State;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reminder as it lies in the database. */
@Entity
@Table(name = "reminder")
class ReminderRow {
    /** Stands for words that are sealed: what a replica of an older build, which opens nothing, says instead of failing over it. */
    static final String AWAY = "what you wanted to be reminded of";

    @Id
    @Column(name = "id")
    long id;

    @Column(name = "member")
    long member;

    @Column(name = "guild")
    @Nullable
    Long guild;

    @Column(name = "channel")
    long channel;

    /** In plain text, where an older build wrote them; else {@link #AWAY}. */
    @Column(name = "words")
    String words = AWAY;

    /** The words, as only the member's key opens them. */
    @Column(name = "sealed")
    byte @Nullable [] sealed;

    @Column(name = "zone")
    String zone = "";

    @Column(name = "rule")
    @Nullable
    String rule;

    @Column(name = "starts")
    @Nullable
    LocalDateTime starts;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    State state = State.DRAFT;

    @Column(name = "asked_by")
    String askedBy = "";

    @Column(name = "made_at")
    Instant madeAt = Instant.EPOCH;

    @Column(name = "reply")
    @Nullable
    String reply;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    protected ReminderRow() {}

    static ReminderRow of(Reminder reminder, long id, byte[] sealed) {
        var row = new ReminderRow();
        row.id = id;
        row.member = reminder.member().value();
        row.guild = reminder.guild().map(GuildId::value).orElse(null);
        row.channel = reminder.channel().value();
        row.sealed = sealed;
        row.zone = reminder.zone().getId();
        row.rule = reminder.series().map(Series::rule).orElse(null);
        row.starts = reminder.series().map(Series::starts).orElse(null);
        row.dueAt = reminder.dueAt().orElse(null);
        row.state = reminder.state();
        row.askedBy = reminder.askedBy().value();
        row.madeAt = reminder.madeAt();
        row.reply = reminder.reply().map(EventId::value).orElse(null);
        row.endedAt = reminder.endedAt().orElse(null);
        return row;
    }

    UserId owner() {
        return new UserId(member);
    }

    /** Whether an older build wrote it, whose plain text then is the newest. */
    boolean isPlain() {
        return !words.equals(AWAY);
    }

    /** What its seal is bound to, beside the member. */
    String name() {
        return name(id);
    }

    static String name(long id) {
        return "reminder:" + id;
    }

    /** The reminder with these words. */
    Reminder saying(String said) {
        return new Reminder(
                id,
                new UserId(member),
                Optional.ofNullable(guild).map(GuildId::new),
                new ChannelId(channel),
                said,
                ZoneId.of(zone),
                Optional.ofNullable(rule)
                        .flatMap(by -> Optional.ofNullable(starts).map(from -> new Series(by, from))),
                Optional.ofNullable(dueAt),
                state,
                EventId.of(askedBy),
                madeAt,
                Optional.ofNullable(reply).map(EventId::of),
                Optional.ofNullable(endedAt));
    }
}
