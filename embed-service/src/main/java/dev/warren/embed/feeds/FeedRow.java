package dev.warren.embed.feeds;

import dev.warren.embed.feeds.Polled.Validators;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source as it lies in the database. */
@Entity
@Table(name = "feed")
class FeedRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "kind")
    String kind = "";

    @Column(name = "source")
    String source = "";

    /** Whose turn it takes. */
    @Column(name = "host")
    String host = "";

    @Column(name = "title")
    String title = "";

    @Column(name = "etag")
    @Nullable
    String etag;

    @Column(name = "modified")
    @Nullable
    String modified;

    @Column(name = "next_at")
    Instant nextAt = Instant.EPOCH;

    /** How often it was claimed: what a claim brings in counts only while it is the newest. */
    @Column(name = "turn")
    long turn;

    @Column(name = "failures")
    int failures;

    @Column(name = "failing_since")
    @Nullable
    Instant failingSince;

    @Column(name = "paused_at")
    @Nullable
    Instant pausedAt;

    /** Why it failed last. */
    @Column(name = "trouble")
    @Nullable
    String trouble;

    protected FeedRow() {}

    static FeedRow begun(String kind, Located.Source source) {
        var row = new FeedRow();
        row.kind = kind;
        row.source = source.source();
        row.host = source.host();
        row.title = source.host();
        return row;
    }

    long number() {
        if (id == null) {
            throw new IllegalStateException("a feed has a number once it is stored: " + kind);
        }
        return id;
    }

    Validators validators() {
        return new Validators(Optional.ofNullable(etag), Optional.ofNullable(modified));
    }

    boolean isPaused() {
        return pausedAt != null;
    }
}
