package dev.warren.embed.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.embed.EmbedConfig;
import dev.warren.embed.providers.Preview;
import dev.warren.local.TestServers;
import dev.warren.runtime.redis.Redis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several instances over one real Redis. */
class PreviewsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TAKES = Duration.ofMillis(400);
    private static final URI LINK = URI.create("https://a.test/x");

    private final String prefix = "test:" + UUID.randomUUID() + ":";
    private final List<Redis> open = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() {
        open.forEach(Redis::close);
    }

    @Test
    void link_lookedUpByManyInSeveralInstances_isAskedForOnce() {
        var instances = List.of(instance(known()), instance(known()), instance(known()));

        var all = IntStream.range(0, 1_000)
                .mapToObj(i -> instances.get(i % instances.size()).look(LINK))
                .toList();
        var shown = Uni.join().all(all).andFailFast().await().atMost(PATIENCE);

        assertThat(asked).hasValue(1);
        assertThat(shown).hasSize(1_000).allMatch(Shown.Known.class::isInstance);
        assertThat(instance(known())
                        .remembered(List.of(LINK, URI.create("https://b.test/")))
                        .await()
                        .atMost(PATIENCE))
                .containsOnlyKeys(LINK)
                .containsValue(shown.getFirst());
    }

    @Test
    void instance_thatDiesWhileItAsks_isFollowedByAnother() {
        var dying = instance(link -> {
            asked.incrementAndGet();
            return Uni.createFrom().nothing();
        });
        var cancelled = dying.look(LINK).subscribe().with(shown -> {});
        await().atMost(PATIENCE).until(() -> asked.get() == 1);
        open.removeFirst().close();

        assertThat(instance(known()).look(LINK).await().atMost(PATIENCE)).isInstanceOf(Shown.Known.class);
        assertThat(asked).hasValue(2);
        cancelled.cancel();
    }

    @Test
    void whatIsFound_isForgottenAfterItsTime() {
        var previews = instance(link -> {
            asked.incrementAndGet();
            return Uni.createFrom().item(new Lookup.Found(new Shown.Nothing("gone"), Duration.ofMillis(300)));
        });

        assertThat(previews.look(LINK).await().atMost(PATIENCE)).isEqualTo(new Shown.Nothing("gone"));
        assertThat(previews.look(LINK).await().atMost(PATIENCE)).isEqualTo(new Shown.Nothing("gone"));
        assertThat(asked).hasValue(1);
        await().atMost(PATIENCE)
                .until(() -> previews.remembered(List.of(LINK))
                        .await()
                        .atMost(PATIENCE)
                        .isEmpty());
        previews.look(LINK).await().atMost(PATIENCE);
        assertThat(asked).hasValue(2);
    }

    private Lookup known() {
        return link -> {
            asked.incrementAndGet();
            var preview = new Preview(
                    "A",
                    link,
                    "page",
                    "Title",
                    Optional.of("Text"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(URI.create("https://a.test/i.png")),
                    Optional.of(Duration.ofSeconds(5)),
                    Optional.empty(),
                    Optional.of(1),
                    false);
            return Uni.createFrom()
                    .<Lookup.Found>item(new Lookup.Found(new Shown.Known("a", preview), Duration.ofMinutes(1)))
                    .onItem()
                    .delayIt()
                    .by(TAKES);
        };
    }

    private Previews instance(Lookup lookup) {
        var redis = new Redis(TestServers.shared().redisUrl(), prefix, Duration.ofSeconds(5));
        open.add(redis);
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(EmbedConfig.class)
                .withDefaultValue("warren.embed.cache.lock", "2s")
                .withDefaultValue("warren.embed.cache.look", "20ms")
                .build()
                .getConfigMapping(EmbedConfig.class);
        return new Previews(config, redis, lookup, new SimpleMeterRegistry());
    }
}
