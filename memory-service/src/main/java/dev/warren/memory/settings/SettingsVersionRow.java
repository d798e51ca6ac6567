package dev.warren.memory.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A version as it lies in the database. */
@Entity
@Table(name = "settings_version")
class SettingsVersionRow {
    @EmbeddedId
    Key key = new Key();

    @Column(name = "effective_from")
    Instant effectiveFrom = Instant.EPOCH;

    @Column(name = "changed_by")
    long changedBy;

    /** JSON: the values before, by key. */
    @Column(name = "changed")
    String changed = "{}";

    /** JSON: what differs from the defaults. */
    @Column(name = "held")
    String held = "{}";

    protected SettingsVersionRow() {}

    SettingsVersionRow(Key key, Instant effectiveFrom, long changedBy, String changed, String held) {
        this.key = key;
        this.effectiveFrom = effectiveFrom;
        this.changedBy = changedBy;
        this.changed = changed;
        this.held = held;
    }

    /** Guild and number. */
    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "guild")
        long guild;

        @Column(name = "version")
        long version;

        protected Key() {}

        Key(long guild, long version) {
            this.guild = guild;
            this.version = version;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.guild == guild && key.version == version;
        }

        @Override
        public int hashCode() {
            return Objects.hash(guild, version);
        }
    }
}
