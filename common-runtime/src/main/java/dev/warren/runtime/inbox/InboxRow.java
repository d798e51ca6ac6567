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

    /** The recorded outcome as JSON. */
    @Column(name = "outcome")
    String outcome = "";

    /** Whether the outcome holds what members wrote or read, which is blanked when it has had its time. */
    @Column(name = "has_content")
    boolean hasContent;

    protected InboxRow() {}

    InboxRow(String eventId, Instant handledAt, String outcome, boolean hasContent) {
        this.eventId = eventId;
        this.handledAt = handledAt;
        this.outcome = outcome;
        this.hasContent = hasContent;
    }
}
