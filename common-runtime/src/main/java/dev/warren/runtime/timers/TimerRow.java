package dev.warren.runtime.timers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

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

    protected TimerRow() {}

    TimerRow(String id, Instant dueAt, String record) {
        this.id = id;
        this.dueAt = dueAt;
        this.record = record;
    }
}
