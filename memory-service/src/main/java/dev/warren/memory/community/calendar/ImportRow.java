package dev.warren.memory.community.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A wish to import, as it lies in the database: one of a member in a guild. */
@Entity
@Table(name = "calendar_import")
class ImportRow {
    @EmbeddedId
    Key key = new Key();

    /** What its buttons have and no other's. */
    @Column(name = "token")
    String token = "";

    @Column(name = "channel")
    long channel;

    /** JSON. */
    @Column(name = "entries")
    String entries = "[]";

    @Column(name = "at")
    Instant at = Instant.EPOCH;

    protected ImportRow() {}

    ImportRow(Key key, String token, long channel, String entries, Instant at) {
        this.key = key;
        this.token = token;
        this.channel = channel;
        this.entries = entries;
        this.at = at;
    }

    /** Guild and member. */
    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "guild")
        long guild;

        @Column(name = "member")
        long member;

        protected Key() {}

        Key(long guild, long member) {
            this.guild = guild;
            this.member = member;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && guild == key.guild && member == key.member;
        }

        @Override
        public int hashCode() {
            return Objects.hash(guild, member);
        }
    }
}
