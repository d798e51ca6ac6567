package dev.warren.memory.facts;

import dev.warren.schemas.ids.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A number among what is kept of one member. */
@Embeddable
class MemberNumber implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "member")
    long member;

    @Column(name = "number")
    int number;

    protected MemberNumber() {}

    MemberNumber(UserId member, int number) {
        this.member = member.value();
        this.number = number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MemberNumber it && it.member == member && it.number == number;
    }

    @Override
    public int hashCode() {
        return Objects.hash(member, number);
    }
}
