package dev.warren.memory.facts;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A block of vectors as it lies in the database, sealed. */
@Entity
@Table(name = "fact_block")
class BlockRow {
    @EmbeddedId
    MemberNumber key = new MemberNumber();

    /** Another with each write, also one that is rolled back: what was opened is known by it. */
    @Column(name = "stamp")
    long stamp;

    @Column(name = "entries")
    int entries;

    @Column(name = "sealed")
    byte[] sealed = {};

    protected BlockRow() {}

    BlockRow(MemberNumber key, long stamp, int entries, byte[] sealed) {
        this.key = key;
        this.stamp = stamp;
        this.entries = entries;
        this.sealed = sealed;
    }
}
