package dev.warren.leveling.ruling;

import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.leveling.rules.Curve;
import dev.warren.leveling.rules.Farming;
import dev.warren.leveling.rules.Growth;
import dev.warren.leveling.rules.Ratio;
import dev.warren.leveling.rules.SchemeJson;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.Embed;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code /xp rules} says. */
final class RulesTexts {
    private static final int GOLD = 0xF1C40F;
    /** Roles or channels that are named one by one; of more only the number is said. */
    private static final int NAMED = 15;

    private RulesTexts() {}

    static Embed of(GuildSettings held) {
        var scheme = SchemeJson.read(held.values());
        var lines = new ArrayList<String>();
        long minimum = held.number(LevelingSettings.MINIMUM);
        lines.add("A minute of writing: **%d to %d XP**"
                .formatted(minimum, Math.max(minimum, held.number(LevelingSettings.MAXIMUM))));
        lines.add("A minute in a voice channel: **%s XP**".formatted(held.number(LevelingSettings.VOICE)));
        long coins = held.number(LevelingSettings.COINS);
        if (coins > 0) {
            lines.add("Earned coins: **1 XP** for %d".formatted(coins));
        }
        growth("length", "characters", scheme.growths().length()).ifPresent(lines::add);
        growth("pause", "seconds", scheme.growths().pause()).ifPresent(lines::add);
        growth("level", "levels", scheme.growths().level()).ifPresent(lines::add);
        var multipliers = scheme.multipliers();
        if (!multipliers.guild().equals(Ratio.ONE)) {
            lines.add("Everywhere: ×" + multipliers.guild());
        }
        factors("Roles", "<@&", multipliers.roles()).ifPresent(lines::add);
        factors("Channels", "<#", multipliers.channels()).ifPresent(lines::add);
        targets("<@&", scheme.exclusions().roles().stream()).ifPresent(some -> lines.add("Without XP: " + some));
        targets("<#", scheme.exclusions().channels().stream()).ifPresent(some -> lines.add("No XP in: " + some));
        lines.add("Against farming: " + of(scheme.farming()));
        var curve = SchemeJson.curve(held.values());
        lines.add("Levels: %s XP from level L to the next; level 10 takes %d".formatted(of(curve), curve.total(10)));
        return Embed.of("XP rules", String.join("\n", lines))
                .withColor(GOLD)
                .withFooter("Version " + held.version() + " of the settings");
    }

    private static Optional<String> growth(String with, String unit, Optional<Growth> growth) {
        return growth.map(some -> "Grows with the %s: ×%s at %d %s".formatted(with, some.most(), some.reach(), unit));
    }

    private static Optional<String> factors(String what, String mark, Map<?, Ratio> factors) {
        if (factors.isEmpty()) {
            return Optional.empty();
        }
        var named = factors.entrySet().stream()
                .limit(NAMED)
                .map(entry -> mark + entry.getKey() + "> ×" + entry.getValue())
                .collect(Collectors.joining(", "));
        return Optional.of(what + ": " + named + more(factors.size()));
    }

    private static Optional<String> targets(String mark, Stream<?> targets) {
        var all = targets.map(one -> mark + one + ">").sorted().toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.stream().limit(NAMED).collect(Collectors.joining(", ")) + more(all.size()));
    }

    private static String more(int size) {
        return size > NAMED ? " and " + (size - NAMED) + " more" : "";
    }

    static String of(Farming farming) {
        var rules = new ArrayList<String>();
        if (farming.minimumLength() > 0) {
            rules.add("at least %d characters".formatted(farming.minimumLength()));
        }
        if (farming.similarTo() > 0) {
            rules.add("unlike their last %d messages".formatted(farming.similarTo()));
        }
        if (farming.charactersPerSecond() > 0) {
            rules.add("typed at no more than %d characters a second".formatted(farming.charactersPerSecond()));
        }
        return rules.isEmpty() ? "one message in a minute counts, commands never" : String.join(", ", rules);
    }

    static String of(Curve curve) {
        var terms = new ArrayList<String>();
        if (curve.square() != 0) {
            terms.add(curve.square() + "L²");
        }
        if (curve.linear() != 0) {
            terms.add(curve.linear() + "L");
        }
        terms.add(String.valueOf(curve.constant()));
        return String.join(" + ", terms).replace("+ -", "- ");
    }

    /** A refusal that says which field is wrong, by which rule, and with what value. */
    static String wrong(IllegalArgumentException refused) {
        return "That cannot be: " + refused.getMessage() + ".";
    }
}
