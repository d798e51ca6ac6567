package dev.warren.endtoend;

import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.ids.GuildId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a guild's leaderboard must say of a set of facts, by leveling's documented rules alone: each calendar minute in which a member
 * wrote earns 15 to 25 XP, drawn from guild, member and minute; a level takes 5L² + 50L + 100 XP more than the one before.
 */
final class ExperienceOracle {
    private static final int LEAST = 15;
    private static final int AMOUNTS = 11;
    private static final long GAMMA = 0x9E37_79B9_7F4A_7C15L;

    private record Member(long id, String name, long xp) {}

    private ExperienceOracle() {}

    /**
     * The lines of the first page: place, name, level, XP.
     *
     * @param voice what members have earned otherwise
     */
    static List<String> firstPage(GuildId guild, List<MessageFact> facts, Map<Long, Long> voice, int lines) {
        Map<Long, Set<Long>> minutes = new HashMap<>();
        Map<Long, MessageFact> newest = new HashMap<>();
        for (var fact : facts) {
            if (fact.command().isEmpty()) {
                minutes.computeIfAbsent(fact.author().value(), _ -> new HashSet<>())
                        .add(Duration.between(Instant.EPOCH, fact.createdAt()).toMinutes());
            }
            newest.merge(
                    fact.author().value(),
                    fact,
                    (one, other) -> one.message().value() > other.message().value() ? one : other);
        }
        var members = minutes.entrySet().stream()
                .map(entry -> new Member(
                        entry.getKey(),
                        Objects.requireNonNull(newest.get(entry.getKey())).authorName(),
                        entry.getValue().stream()
                                        .mapToLong(minute -> drawn(guild.value(), entry.getKey(), minute))
                                        .sum()
                                + voice.getOrDefault(entry.getKey(), 0L)))
                .sorted(Comparator.comparingLong(Member::xp).reversed().thenComparingLong(Member::id))
                .limit(lines)
                .toList();
        return IntStream.range(0, members.size())
                .mapToObj(i -> String.format(
                        Locale.ENGLISH,
                        "**%d.** \u2068%s\u2069 · Level %,d · %,d XP",
                        i + 1,
                        members.get(i).name(),
                        level(members.get(i).xp()),
                        members.get(i).xp()))
                .toList();
    }

    private static long level(long xp) {
        long level = 0;
        long left = xp;
        while (left >= 5 * level * level + 50 * level + 100) {
            left -= 5 * level * level + 50 * level + 100;
            level++;
        }
        return level;
    }

    private static long drawn(long guild, long member, long minute) {
        long hash = mix(mix(mix(guild + GAMMA) + member + GAMMA) + minute + GAMMA);
        return LEAST + Math.unsignedMultiplyHigh(hash, AMOUNTS);
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }
}
