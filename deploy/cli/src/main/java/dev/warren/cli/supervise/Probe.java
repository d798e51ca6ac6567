package dev.warren.cli.supervise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a process whether it is ready. */
public final class Probe {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int TIMEOUT_MILLIS = 2_000;

    private Probe() {}

    /** Whether somebody listens. */
    public static Optional<String> tcp(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("does not listen on port " + port);
        }
    }

    /** Whether a request is answered with success. */
    public static Optional<String> http(int port, String path) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                var status = connection.getResponseCode();
                return status == 200 ? Optional.empty() : Optional.of(reason(status, connection.getErrorStream()));
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return Optional.of("does not answer on port " + port);
        }
    }

    /** Whether a service calls itself ready; if not, which of its checks say no. */
    public static Optional<String> service(int port) {
        return http(port, "/q/health/ready");
    }

    private static String reason(int status, @Nullable InputStream body) throws IOException {
        var text = body == null ? "" : new String(body.readNBytes(64 * 1024), StandardCharsets.UTF_8);
        var failing = new ArrayList<String>();
        for (var check : checks(text)) {
            if (!check.path("status").asText().equals("UP")) {
                var data = check.path("data");
                failing.add(check.path("name").asText() + (data.isEmpty() ? "" : " " + data));
            }
        }
        return failing.isEmpty() ? "answers " + status : String.join("; ", failing);
    }

    private static JsonNode checks(String text) {
        try {
            return JSON.readTree(text).path("checks");
        } catch (IOException e) {
            return JSON.createArrayNode();
        }
    }
}
