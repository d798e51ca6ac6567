package dev.warren.leveling.experience;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What judging a member from a minute on needs.
 *
 * @param before the last messages before that minute, in the order of their snowflakes
 * @param xp what all messages before that minute earned
 * @param features the messages from there on
 * @param awards the awards from there on as they stand
 */
record MemberContext(
        Sighting.Key key,
        List<Feature> before,
        long xp,
        List<Feature> features,
        NavigableMap<Minute, MinuteAward> awards) {
    MemberContext {
        before = List.copyOf(before);
        features = List.copyOf(features);
    }

    /** Awards of messages that were judged by themselves, of which nothing more is known. They stand. */
    NavigableMap<Minute, Integer> elsewhere() {
        var known = features.stream().map(Feature::message).collect(Collectors.toSet());
        var elsewhere = new TreeMap<Minute, Integer>();
        awards.forEach((minute, award) -> {
            if (!known.contains(award.winner())) {
                elsewhere.put(minute, award.xp());
            }
        });
        return elsewhere;
    }
}
