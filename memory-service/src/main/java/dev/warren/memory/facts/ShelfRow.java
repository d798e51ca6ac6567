package dev.warren.memory.facts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A member's row: whoever changes the member's facts locks it, and takes the next number there. */
@Entity
@Table(name = "fact_shelf")
class ShelfRow {
    @Id
    @Column(name = "member")
    long member;

    @Column(name = "next_number")
    int nextNumber = 1;

    @Column(name = "next_block")
    int nextBlock = 1;

    protected ShelfRow() {}
}
