package dev.warren.leveling.experience;

import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.ids.GuildId;
import java.util.Optional;
import java.util.Set;

/**
 * By what a guild gives XP, from one version of its settings on.
 *
 * @param version of the guild's settings; 0 where nothing was ever set
 * @param on whether the module is
 * @param minimum XP of a minute, 0 to 1,000
 * @param maximum likewise, not below the minimum
 */
record XpRules(long version, boolean on, int minimum, int maximum) {
    /** Bounds of the two amounts; the largest is 40 times what a minute earns by default. */
    static final int LEAST = 0;

    static final int MOST = 1_000;
    static final int DEFAULT_MINIMUM = 15;
    static final int DEFAULT_MAXIMUM = 25;

    /** Where nothing was ever set. */
    static final XpRules DEFAULT = new XpRules(0, true, DEFAULT_MINIMUM, DEFAULT_MAXIMUM);

    /** What people write: Discord's message types DEFAULT (0) and REPLY (19). All others are made by Discord or by commands. */
    private static final Set<Integer> WRITTEN = Set.of(0, 19);

    XpRules {
        if (version < 0) {
            throw new IllegalArgumentException("version must not be negative: " + version);
        }
        if (minimum < LEAST || minimum > MOST) {
            throw new IllegalArgumentException("minimum must be 0 to 1000: " + minimum);
        }
        if (maximum < minimum || maximum > MOST) {
            throw new IllegalArgumentException("maximum must be " + minimum + " to 1000: " + maximum);
        }
    }

    /** Whether another version says the same. */
    boolean givesAs(XpRules other) {
        return on == other.on && minimum == other.minimum && maximum == other.maximum;
    }

    /** What a message earns by these rules, if it wins its minute. */
    Verdict judge(MessageFact fact) {
        var exclusion = exclusion(fact);
        if (exclusion.isPresent() || fact.guild().isEmpty()) {
            return new Verdict.Excluded(exclusion.orElse(Exclusion.DIRECT_MESSAGE));
        }
        return new Verdict.Earns(award(fact.guild().get(), fact));
    }

    private Optional<Exclusion> exclusion(MessageFact fact) {
        if (fact.guild().isEmpty()) {
            return Optional.of(Exclusion.DIRECT_MESSAGE);
        }
        if (fact.webhook()) {
            return Optional.of(Exclusion.WEBHOOK);
        }
        if (fact.bot()) {
            return Optional.of(Exclusion.BOT);
        }
        if (!WRITTEN.contains(fact.kind())) {
            return Optional.of(Exclusion.SYSTEM_MESSAGE);
        }
        if (fact.command().isPresent()) {
            return Optional.of(Exclusion.COMMAND);
        }
        return on ? Optional.empty() : Optional.of(Exclusion.MODULE_OFF);
    }

    private MinuteAward award(GuildId guild, MessageFact fact) {
        var key = new MinuteAward.Key(guild, fact.author(), Minute.of(fact.createdAt()));
        return new MinuteAward(key, fact.message(), fact.live(), Draw.between(minimum, maximum, key), version);
    }

    /** What the rules say of a message. */
    sealed interface Verdict {
        /** It claims its minute. */
        record Earns(MinuteAward award) implements Verdict {}

        /** It earns nothing. */
        record Excluded(Exclusion why) implements Verdict {}
    }
}
