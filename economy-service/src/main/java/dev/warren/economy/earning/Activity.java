package dev.warren.economy.earning;

import dev.warren.schemas.discord.FactEvent;
import dev.warren.schemas.discord.FactEvent.DeletionFact;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;

/**
 * Ten minutes in which a member wrote, and what they earn.
 *
 * @param amount coins, by what held in the guild when the ten minutes began: so any order of messages gives the same
 */
record Activity(GuildId guild, UserId member, Tenth tenth, long amount) {
    /** What people write: Discord's message types DEFAULT (0) and REPLY (19). All others are made by Discord or by commands. */
    private static final Set<Integer> WRITTEN = Set.of(0, 19);

    Activity {
        if (amount < 1) {
            throw new IllegalArgumentException("amount must be at least 1: " + amount);
        }
    }

    private record Key(GuildId guild, UserId member, Tenth tenth) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparingLong(
                        (Key key) -> key.guild().value())
                .thenComparingLong(key -> key.member().value())
                .thenComparing(Key::tenth);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What messages earn, each ten minutes once, in the order of guild, member and time.
     *
     * @param pays what ten minutes earn in a guild, by when they begin; 0 for nothing
     */
    static List<Activity> of(Collection<? extends FactEvent> facts, ToLongBiFunction<GuildId, Instant> pays) {
        var found = new TreeMap<Key, Activity>();
        for (var fact : facts) {
            switch (fact) {
                case MessageFact message -> {
                    if (counts(message) && message.guild().isPresent()) {
                        var guild = message.guild().get();
                        var key = new Key(guild, message.author(), Tenth.of(message.createdAt()));
                        long amount = pays.applyAsLong(guild, key.tenth().begin());
                        if (amount > 0) {
                            found.put(key, new Activity(guild, key.member(), key.tenth(), amount));
                        }
                    }
                }
                // what was earned stays earned, as with levels
                case DeletionFact _, FactEvent.Unknown _ -> {}
            }
        }
        return List.copyOf(found.values());
    }

    private static boolean counts(MessageFact message) {
        return !message.bot()
                && !message.webhook()
                && WRITTEN.contains(message.kind())
                && message.command().isEmpty();
    }
}
