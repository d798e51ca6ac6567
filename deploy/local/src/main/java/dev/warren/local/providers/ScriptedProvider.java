package dev.warren.local.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A provider of models on loopback, over plain sockets, so that it can do what providers should not. It speaks OpenAI's protocol under
 * {@code /v1/chat/completions} and Anthropic's under {@code /v1/messages}; {@code /v1/models} lists what it is told to. What it does next
 * comes from a queue, and when that is empty, from a rule. Safe for all threads.
 */
public final class ScriptedProvider implements AutoCloseable {
    private static final int BACKLOG = 1_024;

    private final ServerSocket server;
    private final Queue<Act> next = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile Function<Asked, Act> rule = _ -> Act.says("Hello from the script. ");
    private volatile String models = "{\"object\":\"list\",\"data\":[]}";
    private volatile boolean keyRefused;
    private volatile boolean recording = true;
    private volatile Consumer<Asked> beginning = _ -> {};

    /** Listens on a free port. */
    public ScriptedProvider() {
        this(0);
    }

    /** @param port 0 for a free one */
    public ScriptedProvider(int port) {
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("no port on loopback", e);
        }
        Thread.ofPlatform().name("scripted-provider").daemon().start(this::accept);
    }

    /**
     * A request for an answer.
     *
     * @param headers by their names in lower case
     */
    public record Asked(String path, Map<String, String> headers, JsonNode body, Instant at) {
        /** What the member said last. */
        public String prompt() {
            var messages = body.path("messages");
            for (int i = messages.size() - 1; i >= 0; i--) {
                if (messages.get(i).path("role").asText().equals("user")) {
                    return text(messages.get(i).path("content"));
                }
            }
            return "";
        }

        /** What it was told to be. */
        public String instructions() {
            var system = body.path("system");
            return system.isMissingNode() ? text(body.path("messages").path(0).path("content")) : text(system);
        }

        private static String text(JsonNode content) {
            if (!content.isArray()) {
                return content.asText();
            }
            var all = new StringBuilder();
            content.forEach(part -> all.append(part.path("text").asText()));
            return all.toString();
        }
    }

    /** Where it is, to the version. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
    }

    /** What it does with the next requests, in this order. */
    public ScriptedProvider then(Act... acts) {
        next.addAll(List.of(acts));
        return this;
    }

    /** What it does when nothing else was said. */
    public ScriptedProvider always(Function<Asked, Act> what) {
        rule = what;
        return this;
    }

    /** What it says of its models: an object with {@code data}. */
    public ScriptedProvider lists(String json) {
        models = json;
        return this;
    }

    /** Whether no key is good enough. */
    public ScriptedProvider refusesKeys(boolean refuses) {
        keyRefused = refuses;
        return this;
    }

    /** Whether it remembers what it was asked; a benchmark has no use for that. */
    public ScriptedProvider remembers(boolean remembers) {
        recording = remembers;
        return this;
    }

    /** Told right before the first byte of what is said leaves. */
    public ScriptedProvider onFirstByte(Consumer<Asked> listener) {
        beginning = listener;
        return this;
    }

    /** What it was asked for so far. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Forgets what it was asked, and what it is to do next. */
    public void reset() {
        next.clear();
        asked.clear();
        keyRefused = false;
        rule = _ -> Act.says("Hello from the script. ");
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                socket.setTcpNoDelay(true);
                connections.add(socket);
                Thread.ofVirtual().name("scripted").start(() -> serve(socket));
            } catch (IOException e) {
                // it was closed
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var exchange = new Exchange(socket);
            while (exchange.read()) {
                answer(exchange);
            }
        } catch (IOException e) {
            // who asked is gone
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(socket);
        }
    }

    private void answer(Exchange exchange) throws IOException, InterruptedException {
        if (keyRefused) {
            exchange.respond(401, Map.of(), "{\"error\":{\"message\":\"invalid key\"}}");
            return;
        }
        if (exchange.path().endsWith("/models")) {
            exchange.respond(200, Map.of(), models);
            return;
        }
        var request = new Asked(exchange.path(), exchange.headers(), json(exchange.body()), Instant.now());
        if (recording) {
            asked.add(request);
        }
        var act = next.poll();
        var wire = exchange.path().endsWith("/messages") ? Wire.ANTHROPIC : Wire.OPENAI;
        new Performance(exchange, wire, () -> beginning.accept(request)).of(act == null ? rule.apply(request) : act);
    }

    private static JsonNode json(String body) {
        try {
            return Wire.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a request must be JSON", e);
        }
    }

    /** Ends, with all connections. */
    @Override
    public void close() {
        try {
            server.close();
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
