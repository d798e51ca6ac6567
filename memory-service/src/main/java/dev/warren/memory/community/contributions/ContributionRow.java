package dev.warren.memory.community.contributions;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A contribution as it lies in the database. */
@Entity
@Table(name = "contribution")
class ContributionRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "guild")
    long guild;

    @Enumerated(EnumType.STRING)
    @Column(name = "collection")
    Collection collection = Collection.GALLERY;

    @Column(name = "member")
    long member;

    @Column(name = "title")
    String title = "";

    @Column(name = "url")
    String url = "";

    @Column(name = "about")
    String about = "";

    @Column(name = "made_at")
    Instant madeAt = Instant.EPOCH;

    @Column(name = "removed_at")
    @Nullable
    Instant removedAt;

    protected ContributionRow() {}

    static ContributionRow of(Contribution contribution) {
        var row = new ContributionRow();
        row.id = contribution.id() == 0 ? null : Long.valueOf(contribution.id());
        row.guild = contribution.guild().value();
        row.collection = contribution.collection();
        row.member = contribution.by().value();
        row.title = contribution.title();
        row.url = contribution.url();
        row.about = contribution.about();
        row.madeAt = contribution.madeAt();
        row.removedAt = contribution.removedAt().orElse(null);
        return row;
    }

    Contribution contribution() {
        return new Contribution(
                id == null ? 0 : id,
                new GuildId(guild),
                collection,
                new UserId(member),
                title,
                url,
                about,
                madeAt,
                Optional.ofNullable(removedAt));
    }
}
