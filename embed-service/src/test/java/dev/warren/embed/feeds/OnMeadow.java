package dev.warren.embed.feeds;

import dev.warren.embed.fetching.Fetcher;
import dev.warren.runtime.testing.Broker;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A guild that follows a feed on loopback, whose rounds are begun by the test. */
abstract class OnMeadow {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static Broker broker;

    @Inject
    FeedRounds rounds;

    @Inject
    FeedsConfig config;

    @Inject
    DueFeeds due;

    @Inject
    FeedKinds kinds;

    @Inject
    Feeds feeds;

    @Inject
    Findings findings;

    @Inject
    Fetcher fetcher;

    @Inject
    Apart apart;

    @Inject
    MeterRegistry meters;

    @Inject
    Pool pool;

    Follower ada;
    Meadow meadow;
    long follow;

    @BeforeAll
    static void open() {
        broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class));
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @BeforeEach
    void follow() {
        ada = new Follower(broker);
        meadow = new Meadow().show(3);
        follow = ada.follow(meadow.address());
    }

    @AfterEach
    void leave() {
        ada.said("remove", Map.of("number", String.valueOf(follow)));
        meadow.close();
    }

    /** As another process would have it, on the same database. */
    FeedRounds another() {
        return another(fetcher);
    }

    FeedRounds another(Fetcher by) {
        return new FeedRounds(
                config,
                new DueFeeds(config, pool),
                kinds,
                feeds,
                findings,
                by,
                apart,
                InstantSource.system(),
                () -> 0.5,
                meters);
    }

    static Instant later(int minutes) {
        return Instant.now().plus(Duration.ofMinutes(minutes));
    }

    static void look(FeedRounds by, Instant now) {
        by.round(now).await().atMost(PATIENCE);
    }

    Row feed() {
        return pool.query("SELECT feed.* FROM feed JOIN follow ON follow.feed = feed.id WHERE follow.id = " + follow)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();
    }
}
