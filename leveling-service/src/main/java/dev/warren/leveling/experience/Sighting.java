package dev.warren.leveling.experience;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.util.Arrays;
import java.util.Comparator;

/**
 * How a member was called and looked with a message. {@link #merge} is associative, commutative and idempotent: the largest snowflake
 * wins, of two copies the live one.
 *
 * @param name as the guild saw them
 * @param avatar the hash for Discord's CDN; empty for none
 * @param channel where they wrote it, the same for all copies
 */
record Sighting(Key key, MessageId message, boolean live, String name, String avatar, ChannelId channel) {
    /** Texts last and by their bytes, as PostgreSQL compares them under COLLATE "C": a copy read back later may carry a newer name. */
    private static final Comparator<Sighting> NEWEST_LAST = Comparator.comparingLong(
                    (Sighting sighting) -> sighting.message.value())
            .thenComparing(Sighting::live)
            .thenComparing(sighting -> sighting.name.getBytes(UTF_8), Arrays::compareUnsigned)
            .thenComparing(sighting -> sighting.avatar.getBytes(UTF_8), Arrays::compareUnsigned);

    Sighting {
        requireNonNull(key, "key");
        requireNonNull(message, "message");
        requireNonNull(name, "name");
        requireNonNull(avatar, "avatar");
        requireNonNull(channel, "channel");
    }

    /** The newer of two sightings of the same member. */
    Sighting merge(Sighting other) {
        if (!key.equals(other.key)) {
            throw new IllegalArgumentException("key must be the same: " + key + ", " + other.key);
        }
        if (message.value() != other.message.value()) {
            return message.value() > other.message.value() ? this : other;
        }
        return NEWEST_LAST.compare(this, other) >= 0 ? this : other;
    }

    /** Whom there is one row for. */
    record Key(GuildId guild, UserId member) implements Comparable<Key> {
        /** The order in which rows are locked, so that concurrent batches do not deadlock. */
        @Override
        public int compareTo(Key other) {
            int byGuild = Long.compare(guild.value(), other.guild.value());
            return byGuild != 0 ? byGuild : Long.compare(member.value(), other.member.value());
        }
    }
}
