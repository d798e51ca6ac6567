package dev.warren.eventviewer.web;

import dev.warren.eventviewer.records.RecordFilter;
import dev.warren.eventviewer.records.RecordIndex;
import dev.warren.eventviewer.topics.TopicWatch;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens, as it happens: server-sent events with the newest records and, each second, the topics' figures. */
final class LiveStreams {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    private static final long RECORDS_EVERY_MILLIS = 250;
    private static final long TOPICS_EVERY_MILLIS = 1_000;
    /** In one event; of what comes faster only the newest are shown. */
    private static final int MOST_AT_ONCE = 50;

    private final Vertx vertx;
    private final RecordIndex index;
    private final TopicWatch watch;
    private final Views views;
    private final int most;
    private int open;

    LiveStreams(Vertx vertx, RecordIndex index, TopicWatch watch, Views views, int most) {
        this.vertx = vertx;
        this.index = index;
        this.watch = watch;
        this.views = views;
        this.most = most;
    }

    void open(RoutingContext context) {
        var filter = new Parameters(context).filter();
        if (open >= most) {
            throw new BadInput(
                    503, "live", "must not be watched by more than " + most + " pages at once", String.valueOf(open));
        }
        open++;
        var response = context.response();
        response.putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .setChunked(true);
        var stream = new Stream(response, filter);
        stream.records();
        stream.topics();
        long records = vertx.setPeriodic(RECORDS_EVERY_MILLIS, _ -> stream.records());
        long topics = vertx.setPeriodic(TOPICS_EVERY_MILLIS, _ -> stream.topics());
        response.endHandler(_ -> {
            open--;
            vertx.cancelTimer(records);
            vertx.cancelTimer(topics);
        });
        response.exceptionHandler(_ -> {});
    }

    /** One page that looks. */
    private final class Stream {
        private final HttpServerResponse response;
        private final RecordFilter filter;
        private long shown;

        Stream(HttpServerResponse response, RecordFilter filter) {
            this.response = response;
            this.filter = filter;
        }

        void records() {
            if (response.ended() || response.closed() || response.writeQueueFull()) {
                return;
            }
            long last = index.last();
            if (last == shown && last > 0) {
                return;
            }
            var news = index.newest(filter, shown, MOST_AT_ONCE);
            if (!news.isEmpty() || shown == 0) {
                send("records", views.records(news).encode());
            }
            shown = last;
        }

        void topics() {
            vertx.executeBlocking(watch::look, false)
                    .onFailure(failure -> LOG.warn(
                            "topics cannot be looked at error={}",
                            failure.getClass().getName()))
                    .onSuccess(figures -> {
                        if (!response.ended() && !response.closed() && !response.writeQueueFull()) {
                            send("topics", Views.topics(List.copyOf(figures)).encode());
                        }
                    });
        }

        private void send(String event, String data) {
            response.write("event: " + event + "\ndata: " + data + "\n\n");
        }
    }
}
