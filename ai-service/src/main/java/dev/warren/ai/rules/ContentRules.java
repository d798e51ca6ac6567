package dev.warren.ai.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.warren.runtime.settings.GuildSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a guild does not want in prompts or answers: named rules of words and patterns, as {@code name: word, some words, /pattern/; …}.
 * Words count whole and in any case; patterns are RE2's, whose time grows with the text and not faster.
 *
 * @param rules in the order of the setting
 */
public record ContentRules(List<Rule> rules) {
    private static final int MOST_RULES = 50;
    private static final int MOST_TERMS = 200;

    public ContentRules {
        rules = List.copyOf(rules);
    }

    /** Which text is looked at. */
    public enum Side {
        PROMPT(RuleSettings.PROMPTS),
        ANSWER(RuleSettings.ANSWERS);

        private final String key;

        Side(String key) {
            this.key = key;
        }
    }

    /** Words and patterns under a name. */
    record Rule(String name, List<Pattern> terms) {
        Rule {
            terms = List.copyOf(terms);
        }

        boolean matches(String text) {
            return terms.stream().anyMatch(term -> term.matcher(text).find());
        }
    }

    /** The rules that hold in a guild; what cannot be read of them holds nobody up. */
    public static ContentRules of(GuildSettings settings, Side side) {
        return settings.text(side.key).map(ContentRules::read).orElse(new ContentRules(List.of()));
    }

    /** Reads rules as they stand in a setting. */
    public static ContentRules read(String written) {
        var rules = new ArrayList<Rule>();
        for (var part : split(written, ';')) {
            if (rules.size() == MOST_RULES) {
                break;
            }
            int colon = part.indexOf(':');
            boolean named = colon > 0 && part.substring(0, colon).matches("[^/,]{1,40}");
            var name = named ? part.substring(0, colon).strip() : "words";
            var terms = split(named ? part.substring(colon + 1) : part, ',').stream()
                    .limit(MOST_TERMS)
                    .flatMap(term -> term(term).stream())
                    .toList();
            if (!terms.isEmpty()) {
                rules.add(new Rule(name, terms));
            }
        }
        return new ContentRules(rules);
    }

    /** Parts at a sign that stands in no pattern. */
    private static List<String> split(String text, char at) {
        var parts = new ArrayList<String>();
        boolean inside = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '/' && (i == 0 || text.charAt(i - 1) != '\\')) {
                inside = !inside;
            } else if (letter == at && !inside) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts.stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private static Optional<Pattern> term(String written) {
        boolean pattern = written.length() > 2 && written.startsWith("/") && written.endsWith("/");
        try {
            return Optional.of(
                    pattern
                            ? Pattern.compile(written.substring(1, written.length() - 1), Pattern.CASE_INSENSITIVE)
                            : Pattern.compile(words(written), Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whole words, in whatever script, with any spaces between them. */
    private static String words(String written) {
        var quoted = Arrays.stream(written.split("\\s+")).map(Pattern::quote).toList();
        return "(?:^|[^\\pL\\pN])" + String.join("\\s+", quoted) + "(?:$|[^\\pL\\pN])";
    }

    /** The name of the first rule that a text breaks. */
    public Optional<String> broken(String text) {
        return rules.stream().filter(rule -> rule.matches(text)).findFirst().map(Rule::name);
    }

    /** What a member reads whose prompt, or whose answer, breaks a rule. */
    public static String refusal(String rule) {
        return "That goes against a content rule of this server: **%s**.".formatted(rule.replace("*", "∗"));
    }
}
