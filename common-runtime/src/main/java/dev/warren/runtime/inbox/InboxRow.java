package dev.warren.runtime.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That an event was handled, and what came of it. */
@Entity
@Table(name = "inbox")
class InboxRow {
    @Id
    @Column(name = "event_id")
    String eventId = "";

    @Column(name = "handled_at")
    Instant handledAt = Instant.EPOCH;

    /** The recorded outcome as JSON; blank once content has had its time. */
    @Column(name = "outcome")
    String outcome = "";

    protected InboxRow() {}

    InboxRow(String eventId, Instant handledAt, String outcome) {
        this.eventId = eventId;
        this.handledAt = handledAt;
        this.outcome = outcome;
    }
}
