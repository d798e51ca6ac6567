package dev.warren.runtime.timers;

import dev.warren.schemas.ids.GuildId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record that is to be published when it is due. */
@Entity
@Table(name = "timer")
class TimerRow {
    @Id
    @Column(name = "id")
    String id = "";

    @Column(name = "due_at")
    Instant dueAt = Instant.EPOCH;

    /** As a recorded outcome of one record. */
    @Column(name = "record")
    String record = "";

    /** The guild without which it rests. */
    @Column(name = "guild")
    @Nullable
    Long guild;

    protected TimerRow() {}

    TimerRow(String id, Instant dueAt, String record, Optional<GuildId> guild) {
        this.id = id;
        this.dueAt = dueAt;
        this.record = record;
        this.guild = guild.map(GuildId::value).orElse(null);
    }
}
