package dev.warren.cli.settings;

import dev.warren.cli.settings.Resolution.Invalid;
import dev.warren.cli.settings.Resolution.Valid;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All settings with their values, each one valid. */
public final class Settings {
    /**
     * A value and where it comes from.
     *
     * @param text empty when it is not set
     */
    public record Value(String text, Source source) {}

    private final Map<Setting, Value> values;
    private final Map<String, String> environment;

    private Settings(Map<Setting, Value> values, Map<String, String> environment) {
        this.values = values;
        this.environment = environment;
    }

    /**
     * Decides each setting by the first source that names it; one that is named but empty counts as not set, so that
     * the environment can take back what {@code .env} says.
     *
     * @param flags what the command line says
     * @param environment the environment of this process
     * @param file what {@code .env} says; names that are not Warren's are handed to the services as they are
     */
    public static Resolution resolve(
            Map<Setting, String> flags, Map<String, String> environment, Map<String, String> file) {
        var values = new EnumMap<Setting, Value>(Setting.class);
        for (var setting : Setting.values()) {
            var value = value(setting, flags, environment, file);
            if (!setting.accepts(value.text())) {
                return new Invalid("%s=%s (%s): allowed is %s"
                        .formatted(setting, shown(setting, value.text()), value.source(), setting.allowed()));
            }
            values.put(setting, value);
        }
        var all = new LinkedHashMap<>(file);
        all.putAll(environment);
        return new Valid(new Settings(values, Map.copyOf(all)));
    }

    private static Value value(
            Setting setting, Map<Setting, String> flags, Map<String, String> environment, Map<String, String> file) {
        var flag = flags.get(setting);
        if (flag != null) {
            return new Value(flag, Source.FLAG);
        }
        var variable = environment.get(setting.name());
        if (variable != null) {
            return variable.isEmpty() ? usual(setting) : new Value(variable, Source.ENVIRONMENT);
        }
        var line = file.get(setting.name());
        return line == null || line.isEmpty() ? usual(setting) : new Value(line, Source.FILE);
    }

    private static Value usual(Setting setting) {
        return new Value(setting.usual(), Source.DEFAULT);
    }

    /** The value with its source, for showing: of a secret only that there is one. */
    public Value shown(Setting setting) {
        var value = value(setting);
        return new Value(shown(setting, value.text()), value.source());
    }

    /** The value as it was given, for handing all settings to another process of Warren. */
    public String asGiven(Setting setting) {
        return value(setting).text();
    }

    private static String shown(Setting setting, String text) {
        return setting.isSecret() && !text.isEmpty() ? "********" : text;
    }

    private Value value(Setting setting) {
        return Optional.ofNullable(values.get(setting)).orElseThrow();
    }

    private Optional<String> text(Setting setting) {
        return Optional.of(value(setting).text()).filter(text -> !text.isEmpty());
    }

    public int portOffset() {
        return Integer.parseInt(value(Setting.WARREN_PORT_OFFSET).text());
    }

    public Optional<Path> dataDirectory() {
        return text(Setting.WARREN_DATA_DIR).map(Path::of);
    }

    public boolean ephemeral() {
        return Boolean.parseBoolean(value(Setting.WARREN_EPHEMERAL).text());
    }

    /** The processes to start; none named means all. */
    public List<String> only() {
        return text(Setting.WARREN_ONLY).map(names -> List.of(names.split(","))).orElse(List.of());
    }

    /** How long the whole start may take before it is given up. */
    public Duration startTimeout() {
        var text = value(Setting.WARREN_START_TIMEOUT).text();
        var number = Long.parseLong(text.substring(0, text.length() - 1));
        return text.endsWith("m") ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
    }

    /** The largest heap of a service, as the JVM takes it. */
    public String serviceHeap() {
        return value(Setting.WARREN_SERVICE_HEAP).text();
    }

    /** The largest heap of the local Discord, as the JVM takes it. */
    public String localDiscordHeap() {
        return value(Setting.WARREN_LOCAL_DISCORD_HEAP).text();
    }

    /** Whether services are compiled by the JVM's first compiler alone. */
    public boolean quickCompiler() {
        return value(Setting.WARREN_SERVICE_COMPILER).text().equals("quick");
    }

    /** The token with which to serve the real Discord; none means the local one. */
    public Optional<String> discordToken() {
        return value(Setting.WARREN_DISCORD).text().equals("local") ? Optional.empty() : text(Setting.DISCORD_TOKEN);
    }

    public Optional<String> kafkaBootstrapServers() {
        return text(Setting.KAFKA_BOOTSTRAP_SERVERS);
    }

    /** An existing PostgreSQL server, as {@code postgresql://host:port}, without a database. */
    public Optional<String> databaseServer() {
        return text(Setting.DATABASE_URL).map(url -> url.replaceFirst("(postgresql://[^/]+).*", "$1"));
    }

    /** The database through which databases are made. */
    public String adminDatabase() {
        return text(Setting.DATABASE_URL)
                .map(url -> url.replaceFirst("postgresql://[^/]+/?", ""))
                .filter(database -> !database.isEmpty())
                .orElse("postgres");
    }

    public String databaseUser() {
        return value(Setting.DATABASE_USER).text();
    }

    public String databasePassword() {
        return value(Setting.DATABASE_PASSWORD).text();
    }

    public Optional<String> redisUrl() {
        return text(Setting.REDIS_URL);
    }

    /**
     * The environment for the processes to start: that of this process and what {@code .env} adds, without Warren's
     * own settings, which each process gets only as far as they concern it.
     */
    public Map<String, String> passedOn() {
        var passed = new LinkedHashMap<>(environment);
        Arrays.stream(Setting.values()).map(Setting::name).forEach(passed::remove);
        return passed;
    }
}
