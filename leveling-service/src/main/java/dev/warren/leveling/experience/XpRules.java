package dev.warren.leveling.experience;

import static java.util.Objects.requireNonNull;

import dev.warren.leveling.rules.Curve;
import dev.warren.leveling.rules.Growths;
import dev.warren.leveling.rules.Ratio;
import dev.warren.leveling.rules.Scheme;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import java.util.Optional;
import java.util.Set;

/**
 * By what a guild gives XP, from one version of its settings on.
 *
 * @param version of the guild's settings; 0 where nothing was ever set
 * @param on whether the module is
 * @param minimum XP of a minute, 0 to 1,000
 * @param maximum likewise, not below the minimum
 * @param scheme what changes, forbids or multiplies that
 * @param curve how levels follow
 * @param voice XP of a full minute in a voice channel, 0 to 1,000
 * @param coins how many earned coins make one XP; 0 for none
 */
public record XpRules(
        long version, boolean on, int minimum, int maximum, Scheme scheme, Curve curve, int voice, long coins) {
    /** Bounds of the amounts; the largest is 40 times what a minute earns by default. */
    static final int LEAST = 0;

    static final int MOST = 1_000;
    static final int DEFAULT_MINIMUM = 15;
    static final int DEFAULT_MAXIMUM = 25;
    static final int DEFAULT_VOICE = 5;
    /** What a minute earns at most, whatever the factors. */
    static final int CAP = 100_000;

    static final long MOST_COINS = 1_000_000;

    /** Where nothing was ever set. */
    static final XpRules DEFAULT = new XpRules(0, true, DEFAULT_MINIMUM, DEFAULT_MAXIMUM);

    /** What people write: Discord's message types DEFAULT (0) and REPLY (19). All others are made by Discord or by commands. */
    private static final Set<Integer> WRITTEN = Set.of(0, 19);

    public XpRules {
        if (version < 0) {
            throw new IllegalArgumentException("version must not be negative: " + version);
        }
        within("minimum", minimum, LEAST);
        within("maximum", maximum, minimum);
        within("voice", voice, LEAST);
        if (coins < 0 || coins > MOST_COINS) {
            throw new IllegalArgumentException("coins must be 0 to 1000000: " + coins);
        }
        requireNonNull(scheme, "scheme");
        requireNonNull(curve, "curve");
    }

    /** With amounts alone. */
    XpRules(long version, boolean on, int minimum, int maximum) {
        this(version, on, minimum, maximum, Scheme.NONE, Curve.MEE6, DEFAULT_VOICE, 0);
    }

    private static void within(String field, int value, int least) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException(field + " must be " + least + " to 1000: " + value);
        }
    }

    XpRules with(Scheme changed) {
        return new XpRules(version, on, minimum, maximum, changed, curve, voice, coins);
    }

    /** Whether another version says the same. */
    boolean givesAs(XpRules other) {
        return equals(new XpRules(
                version, other.on, other.minimum, other.maximum, other.scheme, other.curve, other.voice, other.coins));
    }

    /** Whether nothing but the draw counts. */
    boolean isPlain() {
        return scheme.equals(Scheme.NONE);
    }

    /** Whether a message can only be judged after those before it. */
    boolean looksBack() {
        return on && scheme.looksBack();
    }

    /** Why a message earns nothing by what it is, whatever the guild wants; of prefix commands a guild's rules speak. */
    static Optional<Exclusion> unwritten(MessageFact fact) {
        if (fact.guild().isEmpty()) {
            return Optional.of(Exclusion.DIRECT_MESSAGE);
        }
        if (fact.webhook()) {
            return Optional.of(Exclusion.WEBHOOK);
        }
        if (fact.bot()) {
            return Optional.of(Exclusion.BOT);
        }
        return WRITTEN.contains(fact.kind()) ? Optional.empty() : Optional.of(Exclusion.SYSTEM_MESSAGE);
    }

    /** What a message that somebody wrote earns by these rules after what they did before, if it wins its minute. */
    Verdict judge(Feature feature, Past past) {
        var exclusion = exclusion(feature, past);
        if (exclusion.isPresent()) {
            return new Verdict.Excluded(exclusion.get());
        }
        int drawn = Draw.between(minimum, maximum, feature.key());
        int xp = isPlain() ? drawn : factor(feature, past).applied(drawn, CAP);
        return new Verdict.Earns(new MinuteAward(feature.key(), feature.message(), feature.live(), xp, version));
    }

    private Optional<Exclusion> exclusion(Feature feature, Past past) {
        if (feature.command()) {
            return Optional.of(Exclusion.COMMAND);
        }
        if (!on) {
            return Optional.of(Exclusion.MODULE_OFF);
        }
        if (scheme.exclusions().holdsRole(feature.roles())) {
            return Optional.of(Exclusion.ROLE);
        }
        if (scheme.exclusions().holdsPlace(feature.places())) {
            return Optional.of(Exclusion.CHANNEL);
        }
        return noise(feature, past);
    }

    private Optional<Exclusion> noise(Feature feature, Past past) {
        var farming = scheme.farming();
        if (feature.collapsed() < farming.minimumLength()) {
            return Optional.of(Exclusion.TOO_SHORT);
        }
        if (past.resembles(feature, farming.similarTo())) {
            return Optional.of(Exclusion.TOO_SIMILAR);
        }
        int fastest = farming.charactersPerSecond();
        var pause = past.pause(feature.createdAt());
        return fastest > 0
                        && pause.isPresent()
                        && feature.length() * 1_000L > fastest * pause.get().toMillis()
                ? Optional.of(Exclusion.TOO_FAST)
                : Optional.empty();
    }

    private Ratio factor(Feature feature, Past past) {
        Growths growths = scheme.growths();
        var length = growths.length().map(growth -> growth.at(feature.length())).orElse(Ratio.ONE);
        var pause = growths.pause()
                .map(growth -> growth.at(past.pause(feature.createdAt())
                        .map(before -> before.toSeconds())
                        .orElse(growth.reach())))
                .orElse(Ratio.ONE);
        var level =
                growths.level().map(growth -> growth.at(curve.level(past.xp()))).orElse(Ratio.ONE);
        return length.times(pause).times(level).times(scheme.multipliers().of(feature.roles(), feature.places()));
    }

    /** What the rules say of a message. */
    sealed interface Verdict {
        /** It claims its minute. */
        record Earns(MinuteAward award) implements Verdict {}

        /** It earns nothing. */
        record Excluded(Exclusion why) implements Verdict {}
    }
}
