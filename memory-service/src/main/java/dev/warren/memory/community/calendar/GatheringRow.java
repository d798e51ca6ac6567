package dev.warren.memory.community.calendar;

import dev.warren.memory.community.calendar.Gathering.Entry;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event as it lies in the database. */
@Entity
@Table(name = "calendar_event")
class GatheringRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "guild")
    long guild;

    @Column(name = "member")
    long member;

    @Column(name = "channel")
    long channel;

    @Column(name = "title")
    String title = "";

    @Column(name = "about")
    String about = "";

    @Column(name = "place")
    String place = "";

    @Column(name = "starts_at")
    Instant startsAt = Instant.EPOCH;

    @Column(name = "ends_at")
    Instant endsAt = Instant.EPOCH;

    @Column(name = "uid")
    String uid = "";

    @Column(name = "reply")
    @Nullable
    String reply;

    @Column(name = "draft")
    boolean draft;

    @Column(name = "made_at")
    Instant madeAt = Instant.EPOCH;

    @Column(name = "removed_at")
    @Nullable
    Instant removedAt;

    protected GatheringRow() {}

    static GatheringRow of(Gathering gathering) {
        var row = new GatheringRow();
        var entry = gathering.entry();
        row.id = gathering.id() == 0 ? null : Long.valueOf(gathering.id());
        row.guild = gathering.guild().value();
        row.member = gathering.by().value();
        row.channel = gathering.channel().value();
        row.title = entry.title();
        row.about = entry.about();
        row.place = entry.place();
        row.startsAt = entry.startsAt();
        row.endsAt = entry.endsAt();
        row.uid = entry.uid();
        row.reply = gathering.reply().map(EventId::value).orElse(null);
        row.draft = gathering.draft();
        row.madeAt = gathering.madeAt();
        row.removedAt = gathering.removedAt().orElse(null);
        return row;
    }

    Gathering gathering() {
        return new Gathering(
                id == null ? 0 : id,
                new GuildId(guild),
                new UserId(member),
                new ChannelId(channel),
                new Entry(uid, title, about, place, startsAt, endsAt),
                Optional.ofNullable(reply).map(EventId::of),
                draft,
                madeAt,
                Optional.ofNullable(removedAt));
    }
}
