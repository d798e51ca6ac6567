package dev.warren.embed.feeds;

import dev.warren.schemas.ids.EventId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An item that is announced where a source is followed. */
@Entity
@Table(name = "feed_item")
class ItemRow {
    /** The id of its record: follow and item. */
    @Id
    @Column(name = "id")
    String id = "";

    @Column(name = "follow")
    long follow;

    @Column(name = "title")
    @Nullable
    String title;

    @Column(name = "link")
    @Nullable
    String link;

    @Column(name = "author")
    @Nullable
    String author;

    @Column(name = "found_at")
    Instant foundAt = Instant.EPOCH;

    @Column(name = "announced_at")
    @Nullable
    Instant announcedAt;

    protected ItemRow() {}

    static ItemRow of(long follow, FeedItem item, Instant now) {
        var row = new ItemRow();
        row.id = idOf(follow, item.id()).value();
        row.follow = follow;
        row.title = item.title();
        row.link = item.link().map(URI::toString).orElse(null);
        row.author = item.author().orElse(null);
        row.foundAt = now;
        return row;
    }

    /** The natural key: the same whoever finds the item, however often. */
    static EventId idOf(long follow, String item) {
        return EventId.of("follow:" + follow + "/item:" + Digest.of(item));
    }

    /** It is handed over: what it says is not needed any more. */
    ItemRow announced(Instant at) {
        announcedAt = at;
        title = null;
        link = null;
        author = null;
        return this;
    }
}
