package dev.warren.memory.undo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deed as it lies in the database. */
@Entity
@Table(name = "deed")
class DeedRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "guild")
    long guild;

    @Column(name = "member")
    long member;

    @Column(name = "owner")
    long owner;

    @Column(name = "kind")
    String kind = "";

    @Column(name = "item")
    String item = "";

    @Column(name = "name")
    String name = "";

    /** JSON. */
    @Column(name = "state_before")
    String before = "{}";

    /** JSON. */
    @Column(name = "state_after")
    String after = "{}";

    @Column(name = "at")
    Instant at = Instant.EPOCH;

    @Column(name = "undone")
    boolean undone;

    protected DeedRow() {}
}
