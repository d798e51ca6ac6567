package dev.warren.memory.facts;

import dev.warren.memory.facts.Fact.Closed;
import dev.warren.memory.facts.Fact.Origin;
import dev.warren.memory.keys.MemberKey;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fact as it lies in the database, its text sealed. */
@Entity
@Table(name = "fact")
class FactRow {
    @EmbeddedId
    MemberNumber key = new MemberNumber();

    @Column(name = "source")
    String source = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "origin")
    Origin origin = Origin.TOLD;

    @Column(name = "noted_at")
    Instant notedAt = Instant.EPOCH;

    @Column(name = "valid_from")
    Instant validFrom = Instant.EPOCH;

    @Column(name = "valid_until")
    @Nullable
    Instant validUntil;

    @Column(name = "closed_by")
    @Nullable
    Integer closedBy;

    /** Where its vector lies; none where it holds no more. */
    @Column(name = "block")
    @Nullable
    Integer block;

    @Column(name = "sealed")
    byte[] sealed = {};

    protected FactRow() {}

    static FactRow of(Fact fact, Optional<Integer> block, MemberKey memberKey) {
        var row = new FactRow();
        row.key = new MemberNumber(fact.member(), fact.number());
        row.source = fact.source().value();
        row.origin = fact.origin();
        row.notedAt = fact.notedAt();
        row.validFrom = fact.from();
        row.validUntil = fact.closed().map(Closed::at).orElse(null);
        row.closedBy = fact.closed().map(Closed::by).orElse(null);
        row.block = block.orElse(null);
        row.sealed = memberKey.sealText(rowOf(fact.number()), fact.text());
        return row;
    }

    Fact fact(MemberKey memberKey) {
        var member = new UserId(key.member);
        return new Fact(
                member,
                key.number,
                memberKey.openText(rowOf(key.number), sealed),
                EventId.of(source),
                origin,
                notedAt,
                validFrom,
                validUntil == null || closedBy == null
                        ? Optional.empty()
                        : Optional.of(new Closed(validUntil, closedBy)));
    }

    private static String rowOf(int number) {
        return "fact:" + number;
    }
}
