package dev.warren.eventviewer;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.warren.eventviewer.ViewerOptions.Index;
import dev.warren.eventviewer.ViewerOptions.Reading;
import dev.warren.eventviewer.ViewerOptions.Scan;
import dev.warren.eventviewer.ViewerOptions.Traces;
import dev.warren.local.TestServers;
import dev.warren.schemas.discord.GuildEvent.ChannelKnown;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.NewTopic;

/** One broker with Warren's topics for all tests of the JVM, and viewers of it. */
public final class OnKafka {
    private static final OnKafka SHARED = new OnKafka();

    private final String servers;
    private final Written written;
    private final HttpClient http = HttpClient.newHttpClient();

    private OnKafka() {
        servers = TestServers.shared().kafkaBootstrapServers();
        TestServers.shared()
                .createTopics(Topics.all().stream()
                        .map(topic -> new NewTopic(topic.name(), Math.min(topic.partitions(), 3), (short) 1))
                        .toList());
        written = new Written(servers);
        written.write(
                Topics.GUILDS,
                Event.first(
                        EventId.sequenced("session", 1),
                        "/gateway/0",
                        Instant.EPOCH,
                        Keys.knownChannel(Story.CHANNEL),
                        new ChannelKnown(
                                Story.GUILD, Story.CHANNEL, "general", 0, Optional.empty(), false, List.of())));
    }

    public static OnKafka shared() {
        return SHARED;
    }

    public String servers() {
        return servers;
    }

    public Written written() {
        return written;
    }

    /** A viewer that keeps much, and begins some minutes ago. */
    public EventViewer viewer() {
        return viewer(new Index(20_000, 8 * 1024 * 1024), Duration.ofMinutes(15));
    }

    public EventViewer viewer(Index index, Duration lookBack) {
        var options = new ViewerOptions(
                0,
                servers,
                index,
                new Reading(lookBack, 2_000, 2_000),
                new Scan(10_000, Duration.ofSeconds(20)),
                new Traces(10, 20),
                4);
        try {
            return EventViewer.start(options, InstantSource.system())
                    .toCompletableFuture()
                    .get(30, SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the viewer did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public JsonObject get(EventViewer viewer, String path) {
        return new JsonObject(
                send(HttpRequest.newBuilder(address(viewer, path)).build()).body());
    }

    public HttpResponse<String> get(EventViewer viewer, String path, String origin) {
        return send(HttpRequest.newBuilder(address(viewer, path))
                .header("Origin", origin)
                .build());
    }

    public HttpResponse<String> post(EventViewer viewer, String path, byte[] body) {
        return send(HttpRequest.newBuilder(address(viewer, path))
                .header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    public HttpClient http() {
        return http;
    }

    public static URI address(EventViewer viewer, String path) {
        return URI.create(viewer.address() + path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("the viewer did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
