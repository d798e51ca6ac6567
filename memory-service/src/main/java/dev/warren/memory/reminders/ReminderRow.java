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
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
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
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "member")
    long member;

    @Column(name = "guild")
    @Nullable
    Long guild;

    @Column(name = "channel")
    long channel;

    @Column(name = "words")
    String words = "";

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

    static ReminderRow of(Reminder reminder) {
        var row = new ReminderRow();
        row.id = reminder.id() == 0 ? null : Long.valueOf(reminder.id());
        row.member = reminder.member().value();
        row.guild = reminder.guild().map(GuildId::value).orElse(null);
        row.channel = reminder.channel().value();
        row.words = reminder.words();
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

    Reminder reminder() {
        return new Reminder(
                id == null ? 0 : id,
                new UserId(member),
                Optional.ofNullable(guild).map(GuildId::new),
                new ChannelId(channel),
                words,
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
