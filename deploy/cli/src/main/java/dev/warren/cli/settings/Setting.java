package dev.warren.cli.settings;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Everything that {@code warren} itself can be told. {@code .env.example} explains the same list to people. */
public enum Setting {
    WARREN_PORT_OFFSET("0", "a multiple of 100 from 0 to 50000", Setting::isOffset),
    WARREN_DATA_DIR("", "a path", text -> true),
    WARREN_EPHEMERAL("false", "true or false", matches("true|false")),
    WARREN_ONLY("", "names of processes, separated by commas", matches("[a-z-]+(,[a-z-]+)*|")),
    WARREN_DISCORD(
            "auto", "auto (Discord when DISCORD_TOKEN is set, else the local one) or local", matches("auto|local")),
    WARREN_START_TIMEOUT("120s", "seconds from 1s to 3600s, or minutes from 1m to 60m", Setting::isTimeout),
    WARREN_SERVICE_HEAP("192m", "megabytes from 64m to 16384m", text -> inRange(text, "m", 64, 16_384)),
    WARREN_LOCAL_DISCORD_HEAP("384m", "megabytes from 128m to 16384m", text -> inRange(text, "m", 128, 16_384)),
    WARREN_SERVICE_COMPILER(
            "quick", "quick (fast from the start) or thorough (cheaper after minutes)", matches("quick|thorough")),
    DISCORD_TOKEN("", "a bot's token, without spaces", matches("[!-~]*"), true),
    KAFKA_BOOTSTRAP_SERVERS(
            "", "host:port[,host:port...]", matches("(" + Patterns.ADDRESS + "(," + Patterns.ADDRESS + ")*)?")),
    DATABASE_URL(
            "", "postgresql://host[:port][/database]", matches("(postgresql://" + Patterns.HOST + "(/[\\w-]*)?)?")),
    DATABASE_USER("postgres", "the name of a role", matches("[\\w.-]+")),
    DATABASE_PASSWORD("postgres", "any text", text -> true, true),
    REDIS_URL(
            "", "redis://[:password@]host[:port]", matches("(rediss?://(\\S*@)?" + Patterns.HOST + "(/\\d+)?)?"), true);

    private final String usual;
    private final String allowed;
    private final Predicate<String> valid;
    private final boolean secret;

    Setting(String usual, String allowed, Predicate<String> valid) {
        this(usual, allowed, valid, false);
    }

    Setting(String usual, String allowed, Predicate<String> valid, boolean secret) {
        this.usual = usual;
        this.allowed = allowed;
        this.valid = valid;
        this.secret = secret;
    }

    /** The value when nobody sets one; empty means "not set". */
    public String usual() {
        return usual;
    }

    /** In words, what may be set. */
    public String allowed() {
        return allowed;
    }

    public boolean isSecret() {
        return secret;
    }

    boolean accepts(String text) {
        return valid.test(text);
    }

    private static Predicate<String> matches(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }

    private static boolean isOffset(String text) {
        return inRange(text, "", 0, 50_000) && Integer.parseInt(text) % 100 == 0;
    }

    private static boolean isTimeout(String text) {
        return inRange(text, "s", 1, 3600) || inRange(text, "m", 1, 60);
    }

    private static boolean inRange(String text, String unit, int least, int most) {
        if (!text.matches("\\d{1,6}" + unit)) {
            return false;
        }
        var number = Integer.parseInt(text.substring(0, text.length() - unit.length()));
        return number >= least && number <= most;
    }

    /** A nested holder, since an enum's constants are made before its own fields. */
    private static final class Patterns {
        static final String NAME = "([\\w.-]+|\\[[0-9a-fA-F:]+])";
        static final String ADDRESS = NAME + ":\\d{1,5}";
        static final String HOST = NAME + "(:\\d{1,5})?";

        private Patterns() {}
    }
}
