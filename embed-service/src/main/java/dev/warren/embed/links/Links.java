package dev.warren.embed.links;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the links of a message that Discord would show: not in code, not in angle brackets; in spoilers they stay hidden. Source: Discord
 * help, "Markdown Text 101" and "Spoiler Tags"; the patterns follow {@code simple-markdown}, which Discord's clients build on.
 */
public final class Links {
    private static final Pattern START = Pattern.compile("https?://");
    /** A name for a link; one that has an address as its name is shown as it was written. */
    private static final Pattern NAMED = Pattern.compile(
            "\\[((?:[^\\[\\]\\\\]|\\\\.)*+)]\\((<)?(https?://(?:[^\\s()<>]|\\([^\\s()<>]*+\\))++)>?(?:\\s++\"[^\"]*+\")?\\)");

    private static final Pattern BRACKETED = Pattern.compile("<https?://[^\\s>]++>");
    private static final Pattern TICKS = Pattern.compile("`++");
    private static final String ENDS_NO_LINK = ".,:;\"'])*~";
    private static final String FENCE = "```";
    private static final String SPOILER = "||";

    private final String text;
    private final Map<URI, Boolean> found = new LinkedHashMap<>();

    private Links(String text) {
        this.text = text;
    }

    /**
     * The links in the order in which they stand, each once; one that is hidden anywhere is hidden.
     *
     * @param most how many; those beyond are left out
     */
    public static List<Link> in(String content, int most) {
        var links = new Links(content);
        links.read(0, content.length(), false);
        return links.found.entrySet().stream()
                .limit(most)
                .map(entry -> new Link(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void read(int from, int until, boolean spoiler) {
        int at = from;
        while (at < until) {
            at = switch (text.charAt(at)) {
                case '\\' -> at + 2;
                case '`' -> afterCode(at, until);
                case '<' -> after(BRACKETED, at, until);
                case '|' -> afterSpoiler(at, until, spoiler);
                case '[' -> afterNamed(at, until, spoiler);
                case 'h' -> afterLink(at, until, spoiler);
                default -> at + 1;
            };
        }
    }

    /** Code ends where as many ticks stand as it begins with; ticks that nothing ends are only ticks. */
    private int afterCode(int at, int until) {
        var ticks = matcher(TICKS, at, until);
        if (!ticks.lookingAt()) {
            return at + 1;
        }
        int opened = ticks.end();
        if (opened - at >= FENCE.length()) {
            int closed = text.indexOf(FENCE, opened);
            return closed > opened && closed + FENCE.length() <= until ? closed + FENCE.length() : opened;
        }
        while (ticks.find()) {
            if (ticks.end() - ticks.start() == opened - at) {
                return ticks.end();
            }
        }
        return opened;
    }

    private int after(Pattern pattern, int at, int until) {
        var matcher = matcher(pattern, at, until);
        return matcher.lookingAt() ? matcher.end() : at + 1;
    }

    private int afterSpoiler(int at, int until, boolean spoiler) {
        if (!text.startsWith(SPOILER, at)) {
            return at + 1;
        }
        int inside = at + SPOILER.length();
        int closed = text.indexOf(SPOILER, inside + 1);
        if (spoiler || closed < 0 || closed + SPOILER.length() > until) {
            return inside;
        }
        read(inside, closed, true);
        return closed + SPOILER.length();
    }

    private int afterNamed(int at, int until, boolean spoiler) {
        var named = matcher(NAMED, at, until);
        if (!named.lookingAt() || START.matcher(named.group(1)).find()) {
            return at + 1;
        }
        if (named.group(2) == null) {
            add(named.group(3), spoiler);
        }
        return named.end();
    }

    private int afterLink(int at, int until, boolean spoiler) {
        if (!matcher(START, at, until).lookingAt()) {
            return at + 1;
        }
        int end = at;
        while (end < until && text.charAt(end) != '<' && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        while (end > at && ENDS_NO_LINK.indexOf(text.charAt(end - 1)) >= 0 && !closesItsOwn(at, end)) {
            end--;
        }
        add(text.substring(at, end), spoiler);
        return Math.max(end, at + 1);
    }

    /** Whether the last character is a parenthesis that the address itself opened, as Wikipedia's do. */
    private boolean closesItsOwn(int at, int end) {
        if (text.charAt(end - 1) != ')') {
            return false;
        }
        long opened = text.substring(at, end).chars().filter(c -> c == '(').count();
        long closed = text.substring(at, end).chars().filter(c -> c == ')').count();
        return opened >= closed;
    }

    private void add(String address, boolean spoiler) {
        Addresses.canonical(address).ifPresent(link -> found.merge(link, spoiler, Boolean::logicalOr));
    }

    private Matcher matcher(Pattern pattern, int at, int until) {
        return pattern.matcher(text).region(at, until);
    }
}
