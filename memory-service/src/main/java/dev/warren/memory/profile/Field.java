package dev.warren.memory.profile;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One thing that a profile tells, and what may stand in it. */
enum Field {
    NAME("Name", 50, Field::text),
    BIO("About", 1_000, Field::text),
    GENRE("Genre", 100, Field::text),
    INFLUENCES("Influences", 300, Field::text),
    X("X", 15, handle("(?:https?://)?(?:www\\.|mobile\\.)?(?:x|twitter)\\.com/", "[A-Za-z0-9_]{1,15}")),
    YOUTUBE(
            "YouTube",
            30,
            handle(
                    "(?:https?://)?(?:www\\.|m\\.)?youtube\\.com/",
                    "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]{1,28}[\\p{L}\\p{N}])")),
    TWITCH("Twitch", 25, handle("(?:https?://)?(?:www\\.|m\\.)?twitch\\.tv/", "[A-Za-z0-9_]{4,25}")),
    TIMEZONE("Timezone", 50, Field::timezone),
    LANGUAGE("Language", 2, Field::language);

    /** The languages in which the bot has texts. */
    static final Set<String> LANGUAGES = Set.of("de", "en", "es");

    private static final int SHOWN = 40;

    private final String label;
    private final int longest;
    private final Function<String, Optional<String>> form;

    Field(String label, int longest, Function<String, Optional<String>> form) {
        this.label = label;
        this.longest = longest;
        this.form = form;
    }

    /** Its name in events, options and the database. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    /** The most characters it may have. */
    int longest() {
        return longest;
    }

    static Optional<Field> of(String id) {
        return Arrays.stream(values()).filter(field -> field.id().equals(id)).findFirst();
    }

    /** What somebody typed for a field. */
    sealed interface Typed {
        /** It may stand there, in this form; empty for nothing. */
        record Fine(String value) implements Typed {}

        /** It may not, and why. */
        record Wrong(String why) implements Typed {}
    }

    Typed read(String typed) {
        var value = typed.strip();
        if (value.isEmpty()) {
            return new Typed.Fine("");
        }
        var read = form.apply(value);
        if (read.isEmpty()) {
            return new Typed.Wrong(label + " must be " + rule() + ", not `" + shown(value) + "`.");
        }
        return read.get().length() > longest
                ? new Typed.Wrong(label + " must have at most " + longest + " characters, not "
                        + read.get().length() + ".")
                : new Typed.Fine(read.get());
    }

    /** The channel of a handle; none for what is no handle. */
    Optional<String> link(String value) {
        return switch (this) {
            case X -> Optional.of("https://x.com/" + value);
            case YOUTUBE -> Optional.of("https://www.youtube.com/@" + value);
            case TWITCH -> Optional.of("https://www.twitch.tv/" + value);
            case NAME, BIO, GENRE, INFLUENCES, TIMEZONE, LANGUAGE -> Optional.empty();
        };
    }

    private String rule() {
        return switch (this) {
            case NAME, BIO, GENRE, INFLUENCES -> "a text";
            case X -> "a name such as @warren or a link such as https://x.com/warren";
            case YOUTUBE -> "a handle such as @warren or a link such as https://www.youtube.com/@warren";
            case TWITCH -> "a name such as warren or a link such as https://www.twitch.tv/warren";
            case TIMEZONE -> "a timezone such as Europe/Berlin";
            case LANGUAGE -> "one of de (German), en (English), es (Spanish)";
        };
    }

    private static String shown(String value) {
        var cut = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
        return cut.replace('`', '\'').replace('\n', ' ');
    }

    private static Optional<String> text(String value) {
        return Optional.of(value);
    }

    private static Function<String, Optional<String>> handle(String site, String name) {
        var form = Pattern.compile("(?:" + site + ")?@?(" + name + ")/?(?:\\?.*)?", Pattern.CASE_INSENSITIVE);
        return value -> Optional.of(form.matcher(value))
                .filter(found -> found.matches())
                .map(found -> found.group(1));
    }

    private static Optional<String> timezone(String value) {
        var wanted = value.replace(' ', '_');
        try {
            return Optional.of(ZoneId.getAvailableZoneIds().stream()
                    .filter(wanted::equalsIgnoreCase)
                    .findFirst()
                    .orElseGet(() -> ZoneId.of(wanted).getId()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> language(String value) {
        return Optional.of(Locale.forLanguageTag(value.replace('_', '-')).getLanguage())
                .filter(LANGUAGES::contains);
    }
}
