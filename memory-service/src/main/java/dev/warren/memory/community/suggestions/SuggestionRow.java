package dev.warren.memory.community.suggestions;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A suggestion as it lies in the database. */
@Entity
@Table(name = "suggestion")
class SuggestionRow {
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

    @Column(name = "reply")
    String reply = "";

    @Column(name = "words")
    String words = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    Standing standing = Standing.OPEN;

    @Column(name = "note")
    String note = "";

    @Column(name = "made_at")
    Instant madeAt = Instant.EPOCH;

    @Column(name = "removed_at")
    @Nullable
    Instant removedAt;

    protected SuggestionRow() {}

    static SuggestionRow of(Suggestion suggestion) {
        var row = new SuggestionRow();
        row.id = suggestion.id() == 0 ? null : Long.valueOf(suggestion.id());
        row.guild = suggestion.guild().value();
        row.member = suggestion.by().value();
        row.channel = suggestion.channel().value();
        row.reply = suggestion.reply().value();
        row.words = suggestion.words();
        row.standing = suggestion.standing();
        row.note = suggestion.note();
        row.madeAt = suggestion.madeAt();
        row.removedAt = suggestion.removedAt().orElse(null);
        return row;
    }

    Suggestion suggestion() {
        return new Suggestion(
                id == null ? 0 : id,
                new GuildId(guild),
                new UserId(member),
                new ChannelId(channel),
                EventId.of(reply),
                words,
                standing,
                note,
                madeAt,
                Optional.ofNullable(removedAt));
    }
}
