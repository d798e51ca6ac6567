package dev.warren.cli.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.cli.settings.Resolution;
import dev.warren.cli.settings.Settings;
import dev.warren.cli.stack.Components;
import dev.warren.cli.stack.Endpoints;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {
    private static final Path FOLDER = Path.of("discord");

    @Test
    void simulator_besideTheViewer_showsItsPanel() {
        assertThat(Environments.ofSimulator(8080, FOLDER, Optional.of(8190), Map.of()))
                .containsEntry("SIMULATOR_PANEL", "http://127.0.0.1:8190/panel.js");
    }

    @Test
    void simulator_alone_showsNoPanel() {
        assertThat(Environments.ofSimulator(8080, FOLDER, Optional.empty(), Map.of()))
                .doesNotContainKey("SIMULATOR_PANEL");
    }

    @Test
    void service_besideTheViewer_sendsItItsTraces() {
        assertThat(service(Optional.of(8190), Map.of()))
                .containsEntry("WARREN_TRACES_OFF", "false")
                .containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:8190")
                .containsEntry("QUARKUS_OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "http/protobuf");
    }

    @Test
    void service_withoutTheViewer_isToldNothingOfTraces() {
        assertThat(service(Optional.empty(), Map.of()))
                .doesNotContainKeys("WARREN_TRACES_OFF", "OTEL_EXPORTER_OTLP_ENDPOINT");
    }

    @Test
    void service_whoseTracesGoElsewhere_isLeftAlone() {
        var environment = service(Optional.of(8190), Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317"));

        assertThat(environment)
                .containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317")
                .doesNotContainKey("WARREN_TRACES_OFF");
    }

    @Test
    void service_whoseTracesAreSwitchedOff_staysSo() {
        var environment = service(Optional.of(8190), Map.of("WARREN_TRACES_OFF", "true"));

        assertThat(environment)
                .containsEntry("WARREN_TRACES_OFF", "true")
                .doesNotContainKey("OTEL_EXPORTER_OTLP_ENDPOINT");
    }

    @Test
    void memory_ofAStack_hasADatabaseForKeysAndAPlaceForTheMasterKey() {
        assertThat(service("memory", Optional.empty(), Map.of()))
                .containsEntry("KEYS_DATABASE_URL", "postgresql://127.0.0.1:5432/memory_keys")
                .containsEntry("WARREN_MEMORY_MASTER_KEY_FILE", "/data/memory-service/master-key.json");
    }

    @Test
    void memory_whoseMasterKeyLiesElsewhere_isLeftWithThat() {
        assertThat(service("memory", Optional.empty(), Map.of("WARREN_MEMORY_MASTER_KEY_FILE", "/vault/key")))
                .containsEntry("WARREN_MEMORY_MASTER_KEY_FILE", "/vault/key");
    }

    private static Map<String, String> service(Optional<Integer> viewerPort, Map<String, String> surroundings) {
        return service("leveling", viewerPort, surroundings);
    }

    private static Map<String, String> service(
            String name, Optional<Integer> viewerPort, Map<String, String> surroundings) {
        var endpoints = new Endpoints(
                "127.0.0.1:9092",
                "postgresql://127.0.0.1:5432",
                "redis://127.0.0.1:6379",
                Optional.of(8080),
                viewerPort);
        return switch (Settings.resolve(Map.of(), surroundings, Map.of())) {
            case Resolution.Valid(var settings) ->
                Environments.ofService(
                        Components.named(name).orElseThrow(), 8082, settings, endpoints, Path.of("/data"));
            case Resolution.Invalid(var line) -> throw new AssertionError(line);
        };
    }
}
