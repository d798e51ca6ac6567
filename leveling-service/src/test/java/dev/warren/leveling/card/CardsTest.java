package dev.warren.leveling.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.redis.Files;
import dev.warren.runtime.testing.LocalCdn;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.FileRef;
import dev.warren.schemas.ids.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Cards with a real CDN and a real Redis. Each test has members of its own. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
@WithTestResource(LocalCdn.class)
class CardsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicLong MEMBERS = new AtomicLong(60_000);

    private final RuntimeConfig runtime;
    private final Avatars avatars;
    private final Files files;
    private final MeterRegistry meters;
    private final String cdn;

    CardsTest(
            RuntimeConfig runtime,
            Avatars avatars,
            Files files,
            MeterRegistry meters,
            @ConfigProperty(name = LocalCdn.ADDRESS, defaultValue = "nowhere") String cdn) {
        this.runtime = runtime;
        this.avatars = avatars;
        this.files = files;
        this.meters = meters;
        this.cdn = cdn;
    }

    private record Settings(boolean enabled, int threads, int perSecond, int queue, Duration patience, int cached)
            implements CardConfig {}

    private Cards cards(boolean enabled, int threads, int queue, Duration patience) {
        return new Cards(new Settings(enabled, threads, 1_000, queue, patience, 100), runtime, avatars, files, meters);
    }

    private static Face face(String avatar) {
        return new Face(
                new UserId(MEMBERS.incrementAndGet()),
                "Ada",
                Optional.of(avatar).filter(hash -> !hash.isEmpty()),
                Optional.of(1L),
                2,
                3,
                220,
                258,
                Theme.MIDNIGHT);
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    private byte[] bytes(FileRef card) {
        return done(files.load(card));
    }

    @Test
    void card_ofAFace_isDrawnOnceAndLiesInRedis() throws IOException {
        // Given
        var cards = cards(true, 1, 4, PATIENCE);
        var face = face("");
        // When
        var card = done(cards.of(face, "in words")).orElseThrow();
        double drawn = meters.counter("warren.cards", "outcome", "drawn").count();
        var again = done(cards.of(face, "in words")).orElseThrow();
        // Then
        assertThat(again).isSameAs(card);
        assertThat(meters.counter("warren.cards", "outcome", "drawn").count()).isEqualTo(drawn);
        assertThat(card.claim()).isPresent();
        assertThat(card.description()).contains("in words");
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes(card))).getWidth())
                .isEqualTo(Painter.WIDTH);
    }

    @Test
    void card_ofAMemberWithAnAvatar_showsIt() throws IOException, InterruptedException {
        // Given
        var face = face("abc");
        var png = new ByteArrayOutputStream();
        ImageIO.write(Faces.avatar(), "png", png);
        try (var client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(URI.create(cdn + "/avatars/" + face.member() + "/abc.png"))
                            .PUT(BodyPublishers.ofByteArray(png.toByteArray()))
                            .build(),
                    BodyHandlers.discarding());
        }
        // When
        var card = done(cards(true, 1, 4, PATIENCE).of(face, "")).orElseThrow();
        // Then
        var image = ImageIO.read(new ByteArrayInputStream(bytes(card)));
        assertThat(image.getRGB(142, 141) & 0xFFFFFF).isEqualTo(0x5C415D);
    }

    @Test
    void card_whoseAvatarDoesNotCome_showsInitials() {
        assertThat(done(cards(true, 1, 4, PATIENCE).of(face("slow"), ""))).isPresent();
        assertThat(done(cards(true, 1, 4, PATIENCE).of(face("missing"), ""))).isPresent();
    }

    @Test
    void card_whenTooManyAreDrawn_isNone() {
        // Given
        var cards = cards(true, 1, 0, PATIENCE);
        var first = cards.of(face("slow"), "").subscribeAsCompletionStage();
        // Then
        assertThat(done(cards.of(face(""), ""))).isEmpty();
        assertThat(first.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                        .join())
                .isPresent();
        await().atMost(PATIENCE).until(() -> done(cards.of(face(""), "")).isPresent());
    }

    @Test
    void card_thatTakesTooLong_isNoneNowAndThereForTheNext() {
        // Given
        var cards = cards(true, 1, 4, Duration.ofMillis(1));
        var face = face("slow");
        // Then
        assertThat(done(cards.of(face, ""))).isEmpty();
        await().atMost(PATIENCE).until(() -> done(cards.of(face, "")).isPresent());
    }

    @Test
    void card_whereTheyAreOff_isNone() {
        assertThat(done(cards(false, 1, 4, PATIENCE).of(face(""), ""))).isEmpty();
    }
}
