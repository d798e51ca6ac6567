package dev.warren.cli.seed;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** What people say: sentences with gaps, and words for the gaps. */
final class Phrases {
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, List<String>> SECTIONS = Texts.sections("phrases.txt");
    private static final List<String> EMOJI = List.of("👍", "😂", "❤️", "🎉", "👀", "🔥", "🐇", "🤔");
    private static final List<String> MARKS = List.of("", "", "", "", "!", " :)", " …", " lol", " 😄");

    /** Channels for writing, the liveliest first. */
    static final List<String> CHANNELS = SECTIONS.keySet().stream()
            .filter(heading -> heading.endsWith(" open"))
            .map(heading -> heading.substring(0, heading.indexOf(' ')))
            .toList();

    private Phrases() {}

    /** Begins a conversation. */
    static String open(String channel, Dice dice) {
        return sentence(channel + " open", dice);
    }

    /** Goes on with it. */
    static String answer(String channel, Dice dice) {
        return sentence(channel + " answer", dice) + dice.one(MARKS);
    }

    static String emoji(Dice dice) {
        // the first ones are what most people take
        return EMOJI.get(Math.min(dice.below(EMOJI.size()), dice.below(EMOJI.size())));
    }

    private static String sentence(String heading, Dice dice) {
        return GAP.matcher(dice.one(section(heading))).replaceAll(gap -> dice.one(section("word " + gap.group(1))));
    }

    private static List<String> section(String heading) {
        return Objects.requireNonNull(SECTIONS.get(heading), heading);
    }
}
