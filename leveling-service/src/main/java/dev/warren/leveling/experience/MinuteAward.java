package dev.warren.leveling.experience;

import static java.util.Objects.requireNonNull;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.util.Comparator;

/**
 * A member's best claim to one calendar minute. {@link #merge} is associative, commutative and idempotent: the smallest snowflake wins,
 * of two copies of one message the live one. So what is left of a set of claims depends neither on their order nor on repetition.
 *
 * @param winner the message that earned it
 * @param live whether the gateway saw that message live; a copy that was read back lacks roles
 * @param xp not negative
 * @param rules the version of the guild's settings by which it was judged; 0 where nothing was ever set
 */
public record MinuteAward(Key key, MessageId winner, boolean live, int xp, long rules) {
    /**
     * Copies of one message that are equally live differ in nothing, unless the service did not know a change of the rules in time. Then
     * the newer rules win, so that even this does not depend on the order.
     */
    private static final Comparator<MinuteAward> BEST_FIRST = Comparator.comparingLong(
                    (MinuteAward award) -> award.winner.value())
            .thenComparing(award -> !award.live)
            .thenComparing(Comparator.comparingLong(MinuteAward::rules).reversed())
            .thenComparing(Comparator.comparingInt(MinuteAward::xp).reversed());

    public MinuteAward {
        requireNonNull(key, "key");
        requireNonNull(winner, "winner");
        if (xp < 0) {
            throw new IllegalArgumentException("xp must not be negative: " + xp);
        }
        if (rules < 0) {
            throw new IllegalArgumentException("rules must not be negative: " + rules);
        }
    }

    /** The better of two claims to the same minute. */
    MinuteAward merge(MinuteAward other) {
        if (!key.equals(other.key)) {
            throw new IllegalArgumentException("key must be the same: " + key + ", " + other.key);
        }
        return BEST_FIRST.compare(this, other) <= 0 ? this : other;
    }

    /** What there is one award for. */
    public record Key(GuildId guild, UserId member, Minute minute) implements Comparable<Key> {
        public Key {
            requireNonNull(guild, "guild");
            requireNonNull(member, "member");
            requireNonNull(minute, "minute");
        }

        /** The order in which rows are locked, so that concurrent batches do not deadlock. */
        @Override
        public int compareTo(Key other) {
            int byGuild = Long.compare(guild.value(), other.guild.value());
            if (byGuild != 0) {
                return byGuild;
            }
            int byMember = Long.compare(member.value(), other.member.value());
            return byMember != 0 ? byMember : minute.compareTo(other.minute);
        }
    }
}
