package dev.warren.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.simulator.web.WebOptions;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page and its files, and who may call from a browser. */
class WebClientTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static DiscordSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = Simulators.start(
                options -> options.withWeb(options.web().withPanel(URI.create("http://127.0.0.1:9999/panel.js?x=1"))));
    }

    @AfterAll
    static void stop() {
        Simulators.stop(simulator);
    }

    private static HttpResponse<String> get(String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Asks with headers that a client library does not let one set, and gives the status. */
    private static int ask(String method, String path, Map<String, String> headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            var request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
            headers.forEach((name, value) ->
                    request.append(name).append(": ").append(value).append("\r\n"));
            request.append(
                    headers.containsKey("upgrade") ? "connection: Upgrade\r\n\r\n" : "connection: close\r\n\r\n");
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(reader.readLine().split(" ")[1]);
        }
    }

    @Test
    void page_served_hasAPolicyThatAllowsOwnAndPanelScriptsAlone() {
        var page = get("/");

        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains(
                        "default-src 'none'",
                        "script-src 'self' 'sha256-",
                        " http://127.0.0.1:9999;",
                        " ws://127.0.0.1:9999;",
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @Test
    void modules_thatThePageNames_areAllThere() {
        Matcher preloads = Pattern.compile("modulepreload\" href=\"([^\"]+)\"").matcher(get("/").body());
        int count = 0;
        while (preloads.find()) {
            assertThat(get(preloads.group(1)).statusCode())
                    .as(preloads.group(1))
                    .isEqualTo(200);
            count++;
        }
        assertThat(count).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web/index.html",
                "/web/../control/openapi.json",
                "/_static/lit/3.3.3/package.json",
                "/web/none.js"
            })
    void files_thatThePageDoesNotNeed_areNotServed(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, http://localhost, 200", "127.0.0.1, http://127.0.0.1, 200", "[::1], http://[::1], 200",
        "localhost, http://evil.example, 403", "localhost, null, 403", "evil.example, http://evil.example, 403",
        "localhost, http://localhost:1, 403"
    })
    void change_fromABrowser_isTakenFromOwnPagesAlone(String host, String origin, int status) throws IOException {
        String port = ":" + simulator.port();
        boolean withPort =
                origin.startsWith("http") && origin.lastIndexOf(':') <= "http:".length() || origin.endsWith("]");

        int answered = ask(
                "DELETE",
                "/control/v1/violations",
                Map.of("host", host + port, "origin", withPort ? origin + port : origin));

        assertThat(answered).isEqualTo(status == 200 ? 204 : status);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, http://localhost, 101",
        "localhost, http://evil.example, 403",
        "evil.example, http://evil.example, 403"
    })
    void liveSocket_fromABrowser_isOpenedForOwnPagesAlone(String host, String origin, int status) throws IOException {
        String port = ":" + simulator.port();
        var headers = Map.of(
                "host",
                host + port,
                "origin",
                origin + port,
                "upgrade",
                "websocket",
                "sec-websocket-version",
                "13",
                "sec-websocket-key",
                "dGhlIHNhbXBsZSBub25jZQ==");

        assertThat(ask("GET", "/control/v1/live?as=1", headers)).isEqualTo(status);
    }

    @Test
    void read_byAPageUnderAForeignName_isRefused() throws IOException {
        assertThat(ask("GET", "/control/v1/guilds", Map.of("host", "evil.example", "sec-fetch-site", "same-origin")))
                .isEqualTo(403);
        assertThat(ask("GET", "/control/v1/guilds", Map.of("host", "any.name"))).isEqualTo(200);
    }

    @Test
    void config_served_namesThePanelAndTheHints() {
        var config = new JsonObject(get("/web/config.json").body());

        assertThat(config.getString("panel")).isEqualTo("http://127.0.0.1:9999/panel.js?x=1");
        assertThat(config.getJsonArray("hints")).isEmpty();
        assertThat(Main.read(Map.of("SIMULATOR_HINTS", "!rank, /rank ,")).web().hints())
                .containsExactly("!rank", "/rank");
        assertThatThrownBy(() -> Main.read(Map.of("SIMULATOR_HINTS", "1,2,3,4,5,6,7")))
                .hasMessage("hints must be at most 6: 7");
    }

    @Test
    void panel_thatIsNoWebAddress_isRefused() {
        assertThatThrownBy(() -> WebOptions.DEFAULT.withPanel(URI.create("javascript:alert(1)")))
                .hasMessageContaining("panel must be an address with http or https");
        assertThatThrownBy(() -> Main.read(Map.of("SIMULATOR_PANEL", "file:///panel.js")))
                .hasMessageContaining("panel must be");
    }
}
