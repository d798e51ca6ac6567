package dev.warren.gateway.living;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.runtime.testing.WarrenServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The dashboard in Grafana asks for nothing that a running gateway does not tell. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalDiscordServer.class)
class DashboardTest {
    private static final Path DASHBOARD = Path.of("../deploy/observability/dashboards/gateway.json");
    private static final Pattern NAME = Pattern.compile("warren_[a-z_]+");
    private static final Pattern SAMPLE = Pattern.compile("^(warren_[a-z_]+)[ {]", Pattern.MULTILINE);

    private static Set<String> asked() throws IOException {
        var names = new TreeSet<String>();
        for (var panel : new ObjectMapper().readTree(DASHBOARD.toFile()).path("panels")) {
            for (var target : panel.path("targets")) {
                NAME.matcher(target.path("expr").asText()).results().forEach(found -> names.add(found.group()));
            }
        }
        return names;
    }

    private static URI metrics() {
        return URI.create(ConfigProvider.getConfig().getValue("test.url", String.class) + "/q/metrics");
    }

    private static Set<String> told() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var body = client.send(HttpRequest.newBuilder(metrics()).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            return SAMPLE.matcher(body).results().map(found -> found.group(1)).collect(Collectors.toSet());
        }
    }

    @Test
    void everyMetricOfTheDashboard_isToldByARunningGateway() throws IOException {
        var wanted = asked();
        assertThat(wanted).hasSizeGreaterThan(15);
        // Given
        try (var world = new World()) {
            var guild = "watched";
            world.awaitAnswer(world.members.command(guild, "general", "Ada", "ping", Map.of()));
            world.members.say(guild, "general", "Ada", "!ping");
            world.awaitReply(guild, "general", "Pong!");
            world.members.say(guild, "general", "Ada", "!pingg");
            world.awaitReply(guild, "general", "Did you mean");
        }
        // Then
        await().untilAsserted(() -> assertThat(told()).containsAll(wanted));
    }
}
