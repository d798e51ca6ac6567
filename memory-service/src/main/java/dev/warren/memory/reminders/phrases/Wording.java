package dev.warren.memory.reminders.phrases;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What to remind of and when, from one text in which the time stands at the end or at the beginning.
 *
 * @param words what is left beside the time; may be empty
 * @param when none where no time was found
 */
public record Wording(String words, Optional<Phrase> when) {
    /** The longest time that is looked for, in words. */
    private static final int MOST_WORDS = 14;

    private static final String LINK = "^(?i:to|that|dass|daran,? dass|zu)\\s+";

    public static Wording of(String text) {
        var whole = Phrase.parse(text);
        if (whole.isPresent()) {
            return new Wording("", whole);
        }
        var words = List.of(text.strip().split("\\s+"));
        return atTheEnd(words)
                .or(() -> atTheBeginning(words))
                .orElseGet(() -> new Wording(plain(text), Optional.empty()));
    }

    private static Optional<Wording> atTheEnd(List<String> words) {
        for (int from = Math.max(1, words.size() - MOST_WORDS); from < words.size(); from++) {
            if (begins(words.get(from)) && !binds(words.get(from - 1))) {
                var phrase = Phrase.parse(join(words.subList(from, words.size())));
                if (phrase.isPresent()) {
                    return Optional.of(new Wording(plain(join(words.subList(0, from))), phrase));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Wording> atTheBeginning(List<String> words) {
        if (!begins(words.getFirst())) {
            return Optional.empty();
        }
        for (int to = Math.min(MOST_WORDS, words.size() - 1); to > 0; to--) {
            var phrase = Phrase.parse(join(words.subList(0, to)));
            if (phrase.isPresent()) {
                return Optional.of(new Wording(plain(join(words.subList(to, words.size()))), phrase));
            }
        }
        return Optional.empty();
    }

    private static boolean begins(String word) {
        var lower = lower(word);
        return Vocabulary.STARTERS.contains(lower)
                || lower.startsWith("rrule:")
                || lower.length() > 5 && Vocabulary.weekday(lower).isPresent();
    }

    private static boolean binds(String word) {
        return Vocabulary.BINDING.contains(lower(word)) || Vocabulary.STARTERS.contains(lower(word));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[,.;:!?]+$", "");
    }

    private static String plain(String text) {
        return text.strip().replaceFirst("[,;:]+$", "").replaceFirst(LINK, "");
    }

    private static String join(List<String> words) {
        return String.join(" ", words);
    }

    /** As {@link #of}, but a time that was given by itself stands for itself. */
    public static Wording of(String what, String when) {
        return new Wording(plain(what), Phrase.parse(when));
    }
}
