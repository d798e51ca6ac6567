package dev.warren.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void resolve_nothingSet_takesTheDefaults() {
        var settings = valid(Map.of(), Map.of(), Map.of());

        assertThat(settings.portOffset()).isZero();
        assertThat(settings.ephemeral()).isFalse();
        assertThat(settings.only()).isEmpty();
        assertThat(settings.startTimeout()).isEqualTo(Duration.ofSeconds(120));
        assertThat(settings.discordToken()).isEmpty();
        assertThat(settings.kafkaBootstrapServers()).isEmpty();
    }

    @Test
    void resolve_setEverywhere_theFlagWins() {
        var settings = valid(
                Map.of(Setting.WARREN_PORT_OFFSET, "300"),
                Map.of("WARREN_PORT_OFFSET", "200"),
                Map.of("WARREN_PORT_OFFSET", "100"));

        assertThat(settings.portOffset()).isEqualTo(300);
        assertThat(settings.shown(Setting.WARREN_PORT_OFFSET).source()).isEqualTo(Source.FLAG);
    }

    @Test
    void resolve_setInEnvironmentAndFile_theEnvironmentWins() {
        var settings = valid(Map.of(), Map.of("WARREN_PORT_OFFSET", "200"), Map.of("WARREN_PORT_OFFSET", "100"));

        assertThat(settings.portOffset()).isEqualTo(200);
        assertThat(settings.shown(Setting.WARREN_PORT_OFFSET).source()).isEqualTo(Source.ENVIRONMENT);
    }

    @Test
    void resolve_emptyInTheEnvironment_takesBackWhatTheFileSays() {
        var settings = valid(Map.of(), Map.of("DISCORD_TOKEN", ""), Map.of("DISCORD_TOKEN", "abc"));

        assertThat(settings.discordToken()).isEmpty();
    }

    @Test
    void discordToken_localDiscordIsAskedFor_isNotUsed() {
        var settings = valid(Map.of(), Map.of("WARREN_DISCORD", "local", "DISCORD_TOKEN", "abc"), Map.of());

        assertThat(settings.discordToken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "WARREN_PORT_OFFSET; 50; multiple of 100",
                "WARREN_PORT_OFFSET; -100; multiple of 100",
                "WARREN_PORT_OFFSET; 50100; 50000",
                "WARREN_PORT_OFFSET; many; multiple of 100",
                "WARREN_EPHEMERAL; yes; true or false",
                "WARREN_DISCORD; real; auto",
                "WARREN_START_TIMEOUT; 0s; 1s",
                "WARREN_START_TIMEOUT; 61m; 60m",
                "WARREN_START_TIMEOUT; 10; seconds",
                "WARREN_SERVICE_HEAP; 32m; 64m",
                "WARREN_SERVICE_HEAP; 1g; megabytes",
                "WARREN_LOCAL_DISCORD_HEAP; 64m; 128m",
                "WARREN_SERVICE_COMPILER; fast; quick",
                "KAFKA_BOOTSTRAP_SERVERS; localhost; host:port",
                "KAFKA_BOOTSTRAP_SERVERS; a:1,b; host:port",
                "DATABASE_URL; jdbc:postgresql://h/x; postgresql://",
                "DATABASE_URL; postgresql://user:word@h/x; postgresql://",
                "DATABASE_USER; a b; name of a role",
                "WARREN_ONLY; Gateway Service; separated by commas",
            })
    void resolve_wrongValue_isRefusedWithSettingValueAndWhatIsAllowed(String name, String value, String allowed) {
        var resolution = Settings.resolve(Map.of(), Map.of(name, value), Map.of());

        assertThat(resolution)
                .isInstanceOfSatisfying(
                        Resolution.Invalid.class,
                        invalid -> assertThat(invalid.line())
                                .startsWith(name + "=" + value + " (environment): allowed is ")
                                .contains(allowed)
                                .doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "KAFKA_BOOTSTRAP_SERVERS; a:9092,b-1.example.org:9093",
                "DATABASE_URL; postgresql://db.example.org",
                "DATABASE_URL; postgresql://10.0.0.1:5432/admin",
                "REDIS_URL; redis://:pass@cache:6379",
                "REDIS_URL; rediss://cache",
                "WARREN_START_TIMEOUT; 3m",
                "WARREN_ONLY; gateway,leveling-service",
            })
    void resolve_allowedValue_isTaken(String name, String value) {
        assertThat(Settings.resolve(Map.of(), Map.of(name, value), Map.of())).isInstanceOf(Resolution.Valid.class);
    }

    @Test
    void resolve_wrongSecret_isNotShown() {
        var resolution = Settings.resolve(Map.of(), Map.of("DISCORD_TOKEN", "secret with spaces"), Map.of());

        assertThat(resolution)
                .isInstanceOfSatisfying(
                        Resolution.Invalid.class,
                        invalid -> assertThat(invalid.line())
                                .contains("DISCORD_TOKEN")
                                .doesNotContain("secret"));
    }

    @Test
    void shown_secret_tellsOnlyThatThereIsOne() {
        var settings = valid(Map.of(), Map.of("DISCORD_TOKEN", "abc"), Map.of());

        assertThat(settings.shown(Setting.DISCORD_TOKEN).text()).isEqualTo("********");
        assertThat(valid(Map.of(), Map.of(), Map.of())
                        .shown(Setting.DISCORD_TOKEN)
                        .text())
                .isEmpty();
    }

    @Test
    void databaseServer_urlWithDatabase_leavesTheDatabaseToAdministration() {
        var settings = valid(Map.of(), Map.of("DATABASE_URL", "postgresql://db:5433/admin"), Map.of());

        assertThat(settings.databaseServer()).contains("postgresql://db:5433");
        assertThat(settings.adminDatabase()).isEqualTo("admin");
    }

    @Test
    void passedOn_ownSettings_areLeftOutAndStrangeOnesKept() {
        var settings = valid(
                Map.of(),
                Map.of("PATH", "/bin", "DISCORD_TOKEN", "abc", "DATABASE_PASSWORD", "secret"),
                Map.of("LEVELING_SETTING", "7", "PATH", "/other"));

        assertThat(settings.passedOn()).isEqualTo(Map.of("PATH", "/bin", "LEVELING_SETTING", "7"));
    }

    @Test
    void only_severalNames_areAList() {
        assertThat(valid(Map.of(), Map.of("WARREN_ONLY", "kafka,redis"), Map.of())
                        .only())
                .isEqualTo(List.of("kafka", "redis"));
    }

    private static Settings valid(
            Map<Setting, String> flags, Map<String, String> environment, Map<String, String> file) {
        return switch (Settings.resolve(flags, environment, file)) {
            case Resolution.Valid(var settings) -> settings;
            case Resolution.Invalid(var line) -> throw new AssertionError(line);
        };
    }
}
