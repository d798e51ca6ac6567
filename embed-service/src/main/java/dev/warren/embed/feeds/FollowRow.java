package dev.warren.embed.feeds;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** That a guild follows a source, in one of its channels. */
@Entity
@Table(name = "follow")
class FollowRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "feed")
    long feed;

    @Column(name = "guild")
    long guild;

    @Column(name = "channel")
    long channel;

    @Column(name = "role")
    @Nullable
    Long role;

    /** None for the kind's own. */
    @Column(name = "template")
    @Nullable
    String template;

    @Column(name = "made_at")
    Instant madeAt = Instant.EPOCH;

    protected FollowRow() {}

    static FollowRow of(long feed, FeedOrder order) {
        var row = new FollowRow();
        row.feed = feed;
        row.guild = order.guild().value();
        row.channel = order.channel().value();
        row.role = order.role().map(RoleId::value).orElse(null);
        row.template = order.template().orElse(null);
        row.madeAt = order.at();
        return row;
    }

    long number() {
        if (id == null) {
            throw new IllegalStateException("a follow has a number once it is stored: " + feed);
        }
        return id;
    }

    GuildId guildId() {
        return new GuildId(guild);
    }

    ChannelId channelId() {
        return new ChannelId(channel);
    }

    Optional<RoleId> roleId() {
        return Optional.ofNullable(role).map(RoleId::new);
    }

    Optional<String> ownTemplate() {
        return Optional.ofNullable(template);
    }
}
