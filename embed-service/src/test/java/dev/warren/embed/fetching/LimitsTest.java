package dev.warren.embed.fetching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.embed.fetching.FetchRequest.Want;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sites do to those who ask them, and where it ends. */
class LimitsTest {
    private static final Duration TIME = Duration.ofSeconds(1);
    private static final Map<String, String> QUICK = Map.of(
            "warren.embed.fetching.timeout", "1s",
            "warren.embed.fetching.concurrency", "4",
            "warren.embed.fetching.queue", "8");

    private HostileSite site;
    private PlayedWeb web;
    private GuardedFetcher fetcher;

    @BeforeEach
    void open() throws IOException {
        site = HostileSite.open();
        web = new PlayedWeb(site.port());
        fetcher = web.fetcher(new PublicOnly(false), QUICK);
    }

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/loop, HTML, redirects",
        "/to?to=/three, HTML, redirects",
        "/to?to=ftp://a.test/, HTML, redirect-target",
        "/to?to=file:///etc/passwd, HTML, redirect-target",
        "/to?to=http://a.test:6379/, HTML, port",
        "/endless-json, JSON, too-large",
        "/large-head, HTML, header-size",
        "/bomb, JSON, compression-ratio",
        "/bomb-page, HTML, compression-ratio",
        "/bomb-in-bomb, JSON, content-encoding",
        "/brotli, HTML, content-encoding",
        "/program, HTML, content-type",
        "/untyped, HTML, content-type",
        "/, JSON, content-type",
        "/, IMAGE, content-type",
        "/, FEED, content-type"
    })
    void answer_beyondALimit_isRefusedByItsRule(String path, Want want, String rule) {
        assertThat(get(path, want))
                .isInstanceOfSatisfying(
                        Fetched.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    @ParameterizedTest
    @CsvSource({
        "/slow-body, timeout",
        "/slow-head, timeout",
        "/silent, timeout",
        "/no-gzip, connection",
        "/garbage, connection",
        "/chunks, connection",
        "/endless-head, connection"
    })
    void answer_thatDoesNotCome_fails(String path, String reason) {
        long started = System.nanoTime();

        assertThat(get(path, Want.HTML)).isEqualTo(new Fetched.Failed(reason));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(TIME.plusMillis(900));
    }

    @Test
    void page_withoutEnd_isReadToTheLimit() {
        assertThat(get("/endless", Want.HTML))
                .isInstanceOfSatisfying(
                        Fetched.Answer.class,
                        answer -> assertThat(answer.body()).hasSize(1 << 20));
    }

    @ParameterizedTest
    @CsvSource({"/", "/gzip", "/one", "/two", "/three"})
    void page_asItShouldBe_isRead(String path) {
        assertThat(get(path, Want.HTML)).isInstanceOfSatisfying(Fetched.Answer.class, answer -> {
            assertThat(answer.ok()).isTrue();
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(HostileSite.PAGE);
            assertThat(answer.header("content-type")).contains("text/html; charset=utf-8");
        });
    }

    @ParameterizedTest
    @CsvSource({"/gone, 404", "/unchanged, 304"})
    void answer_thatIsNoSuccess_isGivenWithItsStatus(String path, int status) {
        assertThat(get(path, Want.HTML))
                .isInstanceOfSatisfying(
                        Fetched.Answer.class,
                        answer -> assertThat(answer.status()).isEqualTo(status));
    }

    @Test
    void request_namesTheBotAndTakesNoHeaderElsewhere() {
        var request = new FetchRequest(
                URI.create("http://a.test/to?to=http://b.test/"), Want.HTML, Map.of("authorization", "secret"));

        fetcher.get(request).await().atMost(Duration.ofSeconds(5));

        assertThat(site.asked()).hasSize(2).allMatch(head -> head.contains("User-Agent: WarrenBot/"));
        assertThat(site.asked().getFirst()).contains("authorization: secret");
        assertThat(site.asked().getLast()).doesNotContain("secret");
    }

    @Test
    void requests_beyondTheQueue_areRefusedAtOnceAndTheOthersEnd() {
        var all = IntStream.range(0, 40)
                .mapToObj(i -> fetcher.get(FetchRequest.of(URI.create("http://a.test/silent?" + i), Want.HTML)))
                .toList();

        var fetched = Uni.join().all(all).andCollectFailures().await().atMost(Duration.ofSeconds(10));

        assertThat(fetched).filteredOn(new Fetched.Failed("busy")::equals).hasSize(28);
        assertThat(fetched).filteredOn(new Fetched.Failed("timeout")::equals).hasSize(12);
    }

    @Test
    void host_askedTooOften_isAskedLater() {
        var waits = new ConcurrentLinkedQueue<>(List.of(Duration.ofMillis(150), Duration.ZERO));
        var limited = new GuardedFetcher(
                Settings.with(QUICK).fetching(),
                new PublicOnly(false),
                web,
                web::wire,
                host -> Uni.createFrom().item(waits.remove()),
                InstantSource.system());
        try (limited) {
            assertThat(limited.get(FetchRequest.of(URI.create("http://a.test/"), Want.HTML))
                            .await()
                            .atMost(Duration.ofSeconds(5)))
                    .isInstanceOf(Fetched.Answer.class);
        }
        assertThat(waits).isEmpty();
    }

    @Test
    void certificate_thatNobodyVouchesFor_isNoSite() throws IOException {
        try (var secure = new HostileSite(Certificates.server())) {
            var https = new PlayedWeb(secure.port());
            try (var asking = https.fetcher(new PublicOnly(false), QUICK)) {
                assertThat(asking.get(FetchRequest.of(URI.create("https://a.test/"), Want.HTML))
                                .await()
                                .atMost(Duration.ofSeconds(5)))
                        .isEqualTo(new Fetched.Failed("tls"));
            }
            assertThat(secure.asked()).isEmpty();
        }
    }

    @Test
    void loopback_inProductionWithoutATest_isAWrongSetting() {
        var lax = Map.of("warren.embed.fetching.admit-loopback", "true");

        assertThatThrownBy(() -> Fetching.refuseInProduction(Settings.with(lax), LaunchMode.NORMAL))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("warren.embed.fetching.admit-loopback=true: must be false");

        Fetching.refuseInProduction(Settings.with(lax), LaunchMode.TEST);
        Fetching.refuseInProduction(
                Settings.with(Map.of("warren.embed.fetching.admit-loopback", "true", "warren.embed.test", "true")),
                LaunchMode.NORMAL);
        Fetching.refuseInProduction(Settings.with(Map.of()), LaunchMode.NORMAL);
    }

    private Fetched get(String path, Want want) {
        return fetcher.get(FetchRequest.of(URI.create("http://a.test" + path), want))
                .await()
                .atMost(Duration.ofSeconds(5));
    }
}
