package dev.warren.eventviewer;

import dev.warren.eventviewer.chains.Chains;
import dev.warren.eventviewer.chains.Narration;
import dev.warren.eventviewer.records.Archive;
import dev.warren.eventviewer.records.Names;
import dev.warren.eventviewer.records.Payloads;
import dev.warren.eventviewer.records.RecordIndex;
import dev.warren.eventviewer.records.TopicReader;
import dev.warren.eventviewer.topics.TopicWatch;
import dev.warren.eventviewer.traces.Spans;
import dev.warren.eventviewer.web.ViewerServer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

/** A running viewer. */
public final class EventViewer implements AutoCloseable {
    private final Vertx vertx;
    private final HttpServer http;
    private final TopicReader reader;
    private final TopicWatch watch;

    private EventViewer(Vertx vertx, HttpServer http, TopicReader reader, TopicWatch watch) {
        this.vertx = vertx;
        this.http = http;
        this.reader = reader;
        this.watch = watch;
    }

    /** Starts a viewer. It is there at once, and reads when Kafka is. Fails when the port is taken. */
    public static CompletionStage<EventViewer> start(ViewerOptions options, InstantSource clock) {
        var vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(3).setInternalBlockingPoolSize(1));
        var servers = options.bootstrapServers();
        var payloads = new Payloads();
        var names = new Names(payloads);
        var index = new RecordIndex(options.index().records(), options.index().bytes(), payloads);
        var reader = new TopicReader(servers, options.reading(), payloads, index, names, clock);
        var archive = new Archive(servers, options.scan(), payloads, clock);
        var spans = new Spans(options.traces());
        var watch = new TopicWatch(servers, clock);
        var narration = new Narration(payloads, names);
        var chains = new Chains(index, archive, spans, payloads, narration);
        var rooms = new ViewerServer.Rooms(index, archive, chains, spans, reader, watch);
        var server = new ViewerServer(vertx, rooms, payloads, narration, options.streams(), clock);
        return server.listen(options.port())
                .map(http -> {
                    reader.start();
                    return new EventViewer(vertx, http, reader, watch);
                })
                .onFailure(_ -> {
                    watch.close();
                    vertx.close();
                })
                .toCompletionStage();
    }

    /** Where it is: {@code http://127.0.0.1:8090}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + http.actualPort());
    }

    /** Stops reading and listening. */
    @Override
    public void close() {
        reader.close();
        watch.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
