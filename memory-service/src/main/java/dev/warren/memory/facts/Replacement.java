package dev.warren.memory.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether one sentence about a member takes the place of another.
 *
 * <p>It does when both say the same in other words (very similar), when they say the same but for a number or a "not", or when they are
 * alike and speak of the same thing: "My cat is …", "I live in …". Of some things there is but one by their nature, such as a name; there
 * it is enough that they are near.
 *
 * @param near the cosine below which two sentences have nothing to do with each other
 * @param alike the cosine from which sentences of one subject are alike
 * @param same the cosine from which any two sentences say the same
 */
record Replacement(double near, double alike, double same) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("\\p{N}+");

    /** Whose fact it is goes without saying, and so does that it holds now. */
    private static final Set<String> LEFT_OUT = Set.of(
            "i",
            "my",
            "he",
            "his",
            "she",
            "her",
            "they",
            "their",
            "you",
            "your",
            "the",
            "a",
            "an",
            "user",
            "member",
            "now",
            "currently",
            "really",
            "actually",
            "today",
            "ich",
            "mein",
            "meine",
            "er",
            "sein",
            "sie",
            "ihr",
            "der",
            "die",
            "das",
            "ein",
            "eine",
            "jetzt",
            "gerade",
            "wirklich",
            "m",
            "s");

    private static final Set<String> NEGATIONS =
            Set.of("not", "no", "never", "don", "doesn", "isn", "do", "does", "t", "nicht", "kein", "keine", "nie");

    private static final Set<String> COPULAS =
            Set.of("is", "are", "am", "was", "were", "ist", "sind", "bin", "war", "heißt", "heisst");

    /** What somebody does in one place, or for one employer. */
    private static final Set<String> SETTLED = Set.of(
            "live",
            "lives",
            "living",
            "work",
            "works",
            "working",
            "study",
            "studies",
            "studying",
            "wohne",
            "wohnt",
            "lebe",
            "lebt",
            "arbeite",
            "arbeitet",
            "studiere",
            "studiert");

    private static final Set<String> PREPOSITIONS = Set.of("in", "at", "for", "as", "bei", "für", "als", "an");

    /** What one has one of. */
    private static final Set<String> SINGULAR = Set.of(
            "name",
            "nickname",
            "birthday",
            "age",
            "favourite",
            "favorite",
            "job",
            "employer",
            "hometown",
            "timezone",
            "geburtstag",
            "spitzname",
            "beruf");

    Replacement {
        if (!(near > 0 && near <= alike && alike <= same && same <= 1)) {
            throw new IllegalArgumentException("near, alike and same must be above 0 and at most 1, in order: " + near
                    + ", " + alike + ", " + same);
        }
    }

    /** Whether the one is said instead of the other; which is the newer one is no matter of words. */
    boolean replaces(String one, String other, double similarity) {
        if (similarity >= same) {
            return true;
        }
        if (similarity < near) {
            return false;
        }
        var words = words(one);
        var others = words(other);
        var subject = subject(words);
        boolean sameSubject = !subject.isEmpty() && subject.equals(subject(others));
        return similarity < alike
                ? sameSubject && subject.stream().anyMatch(SINGULAR::contains)
                : sameSubject || masked(words).equals(masked(others));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .filter(word -> !LEFT_OUT.contains(word))
                .toList();
    }

    /** Without numbers and negations, and whether somebody does something or they do. */
    private static List<String> masked(List<String> words) {
        return words.stream()
                .filter(word -> !NEGATIONS.contains(word))
                .map(word -> NUMBER.matcher(word).replaceAll("#"))
                .map(Replacement::stem)
                .toList();
    }

    /** What there is but one of; nothing where the sentence speaks of no such thing. */
    private static List<String> subject(List<String> words) {
        var subject = new ArrayList<String>();
        for (var word : words) {
            if (COPULAS.contains(word)) {
                // "I am …" says many things that hold at once
                return List.copyOf(subject);
            }
            boolean settled = subject.size() == 1 && SETTLED.contains(words.getFirst());
            if (settled) {
                return PREPOSITIONS.contains(word) ? List.of(subject.getFirst(), word) : List.of();
            }
            subject.add(stem(word));
        }
        return List.of();
    }

    private static String stem(String word) {
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
