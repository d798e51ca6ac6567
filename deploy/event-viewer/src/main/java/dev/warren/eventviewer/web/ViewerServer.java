package dev.warren.eventviewer.web;

import dev.warren.eventviewer.chains.Chain;
import dev.warren.eventviewer.chains.Chains;
import dev.warren.eventviewer.chains.Narration;
import dev.warren.eventviewer.records.Archive;
import dev.warren.eventviewer.records.Payloads;
import dev.warren.eventviewer.records.RecordIndex;
import dev.warren.eventviewer.records.SeenRecord;
import dev.warren.eventviewer.records.TopicReader;
import dev.warren.eventviewer.topics.TopicWatch;
import dev.warren.eventviewer.traces.OtlpTraces;
import dev.warren.eventviewer.traces.Spans;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The viewer's address on loopback: JSON, live streams, the panel, and where services send their spans. */
public final class ViewerServer {
    private static final Logger LOG = LoggerFactory.getLogger(ViewerServer.class);
    private static final long MOST_TRACE_BYTES = 4 * 1024 * 1024;
    private static final int MOST_SEARCHES = 4;
    /** What is younger is on its way into the index, and no search finds more. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final RecordIndex index;
    private final Archive archive;
    private final Chains chains;
    private final Spans spans;
    private final TopicReader reader;
    private final TopicWatch watch;
    private final Views views;
    private final LiveStreams live;
    private final InstantSource clock;
    private final Assets assets = new Assets();
    private int searches;

    /** Where things are to be found. */
    public record Rooms(
            RecordIndex index, Archive archive, Chains chains, Spans spans, TopicReader reader, TopicWatch watch) {}

    public ViewerServer(
            Vertx vertx, Rooms rooms, Payloads payloads, Narration narration, int streams, InstantSource clock) {
        this.vertx = vertx;
        this.index = rooms.index();
        this.archive = rooms.archive();
        this.chains = rooms.chains();
        this.spans = rooms.spans();
        this.reader = rooms.reader();
        this.watch = rooms.watch();
        this.views = new Views(payloads, narration);
        this.live = new LiveStreams(vertx, index, watch, views, streams);
        this.clock = clock;
    }

    /** Listens; fails when the port is taken. */
    public Future<HttpServer> listen(int port) {
        // browsers speak HTTP/2 only where it is encrypted; a stream that others upgrade may stall at its first window
        return vertx.createHttpServer(new HttpServerOptions()
                        .setTcpNoDelay(true)
                        .setIdleTimeout(0)
                        .setHttp2ClearTextEnabled(false))
                .requestHandler(router())
                .listen(port, "127.0.0.1");
    }

    private Router router() {
        var router = Router.router(vertx);
        router.route().handler(new LoopbackOnly());
        router.post("/v1/traces").handler(BodyHandler.create(false).setBodyLimit(MOST_TRACE_BYTES));
        router.post("/v1/traces").handler(this::traces);
        router.get("/api/v1/status").handler(this::status);
        router.get("/api/v1/chain").handler(this::chain);
        router.get("/api/v1/topics").handler(this::topics);
        router.get("/api/v1/records").handler(this::records);
        router.get("/api/v1/records/:topic/:partition/:offset").handler(this::record);
        router.get("/api/v1/live").handler(live::open);
        router.get().handler(this::asset);
        router.route().handler(context -> {
            throw new BadInput(404, "path", "must be one of those in the README", context.normalizedPath());
        });
        router.route().failureHandler(ViewerServer::failed);
        return router;
    }

    private void traces(RoutingContext context) {
        var body = context.body().buffer();
        try {
            spans.add(OtlpTraces.read(body == null ? new byte[0] : body.getBytes()));
        } catch (IllegalArgumentException e) {
            throw new BadInput("body", "must be an ExportTraceServiceRequest in protobuf", "something else");
        }
        // an empty ExportTraceServiceResponse: all of it is accepted
        context.response().putHeader("Content-Type", "application/x-protobuf").end();
    }

    private void status(RoutingContext context) {
        var fill = index.fill();
        var state = reader.state();
        json(
                context,
                new JsonObject()
                        .put("reading", state.reading())
                        .put("problem", state.problem())
                        .put("passedOver", state.passedOver())
                        .put("records", fill.records())
                        .put("bytes", fill.bytes())
                        .put("dropped", fill.dropped())
                        .put("traces", spans.traces()));
    }

    private void chain(RoutingContext context) {
        var asked = new Parameters(context).asked();
        var kept = chains.kept(asked);
        var young = asked.around()
                .filter(time -> time.isAfter(clock.instant().minus(YOUNG)))
                .isPresent();
        if (!chains.isPartial(kept) || young) {
            json(context, views.chain(kept));
            return;
        }
        if (searches >= MOST_SEARCHES) {
            throw new BadInput(503, "search", "must wait until others are done, ask again", searches + " are running");
        }
        searches++;
        Future<Chain> searched = vertx.executeBlocking(() -> chains.searched(asked), false);
        searched.onComplete(_ -> searches--)
                .onSuccess(found -> json(
                        context, views.chain(found.steps().size() < kept.steps().size() ? kept : found)))
                .onFailure(context::fail);
    }

    private void topics(RoutingContext context) {
        vertx.executeBlocking(watch::look, false)
                .onSuccess(figures -> json(context, new JsonObject().put("topics", Views.topics(figures))))
                .onFailure(context::fail);
    }

    private void records(RoutingContext context) {
        var asked = new Parameters(context);
        json(context, new JsonObject().put("records", views.records(index.newest(asked.filter(), 0, asked.limit()))));
    }

    private void record(RoutingContext context) {
        var place = new Parameters(context).place();
        var kept = index.at(place);
        Future<Optional<SeenRecord>> found =
                kept.isPresent() ? Future.succeededFuture(kept) : vertx.executeBlocking(() -> archive.at(place), false);
        found.onSuccess(record -> record.ifPresentOrElse(
                        there -> json(context, views.raw(there)),
                        () -> context.fail(
                                new BadInput(404, "offset", "must be one that the topic still has", place.toString()))))
                .onFailure(context::fail);
    }

    private void asset(RoutingContext context) {
        var path = context.normalizedPath().equals("/") ? "/index.html" : context.normalizedPath();
        var found = assets.find(path);
        if (found.isEmpty()) {
            context.next();
            return;
        }
        context.response()
                .putHeader("Content-Type", found.get().type())
                .putHeader("Cache-Control", path.startsWith("/_static/") ? "max-age=86400" : "no-cache")
                .end(found.get().text());
    }

    private static void json(RoutingContext context, JsonObject body) {
        context.response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(body.encode());
    }

    private static void failed(RoutingContext context) {
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (context.failure() instanceof BadInput bad) {
            response.setStatusCode(bad.status());
            json(context, bad.body());
            return;
        }
        int status = context.statusCode() > 0 ? context.statusCode() : 500;
        var failure = Optional.ofNullable(context.failure());
        LOG.warn(
                "request failed path={} status={} error={}",
                context.normalizedPath(),
                status,
                failure.map(thrown -> thrown.getClass().getName()).orElse("none"));
        response.setStatusCode(status);
        json(
                context,
                new BadInput(
                                "request",
                                "could not be answered",
                                failure.map(thrown -> thrown.getClass().getSimpleName())
                                        .orElse("status " + status))
                        .body());
    }
}
