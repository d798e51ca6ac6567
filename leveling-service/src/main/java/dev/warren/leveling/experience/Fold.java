package dev.warren.leveling.experience;

import dev.warren.leveling.experience.Judged.Decision;
import dev.warren.leveling.experience.XpRules.Verdict.Earns;
import dev.warren.leveling.experience.XpRules.Verdict.Excluded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Judges a member's messages one after another in the order of their snowflakes, so that the result is a function of the set of messages:
 * one that comes late is judged in its place, and all after it once more.
 */
final class Fold {
    private final Function<Instant, XpRules> rules;
    private final Past past;
    private final NavigableMap<Minute, Integer> elsewhere;
    private Optional<Minute> taken = Optional.empty();

    /**
     * Begins at a full minute.
     *
     * @param past what was before that minute
     * @param elsewhere what minutes from there on earned whose messages are judged by themselves
     */
    Fold(Function<Instant, XpRules> rules, Past past, NavigableMap<Minute, Integer> elsewhere) {
        this.rules = rules;
        this.past = past;
        this.elsewhere = new TreeMap<>(elsewhere);
    }

    /** What became of each of these, which are in the order of their snowflakes. */
    List<Judged> judge(List<Feature> features) {
        var judged = new ArrayList<Judged>(features.size());
        for (var feature : features) {
            judged.add(judge(feature));
            past.add(feature);
        }
        return judged;
    }

    private Judged judge(Feature feature) {
        var minute = feature.key().minute();
        while (!elsewhere.isEmpty() && elsewhere.firstKey().compareTo(minute) < 0) {
            past.earned(elsewhere.pollFirstEntry().getValue());
        }
        var held = rules.apply(feature.createdAt());
        var decision = switch (held.judge(feature, past)) {
            case Excluded(var why) -> new Decision.Refused(why);
            case Earns(var award) ->
                taken.filter(minute::equals).isPresent() || elsewhere.containsKey(minute)
                        ? new Decision.SameMinute()
                        : earn(minute, award);
        };
        return new Judged(feature, held.version(), decision);
    }

    private Decision earn(Minute minute, MinuteAward award) {
        taken = Optional.of(minute);
        past.earned(award.xp());
        return new Decision.Earned(award.xp());
    }
}
