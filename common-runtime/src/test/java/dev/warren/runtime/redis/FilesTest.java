package dev.warren.runtime.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.runtime.testing.WarrenServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WarrenServers.class)
class FilesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LIMIT = 256 * 1024;

    private final Files files;
    private final Redis redis;

    FilesTest(Files files, Redis redis) {
        this.files = files;
        this.redis = redis;
    }

    @Test
    void file_ofUpTo256KiB_travelsInTheRecord() {
        // Given
        var bytes = bytes(LIMIT);
        // When
        var file =
                files.attach("card.png", "image/png", "A card", bytes).await().atMost(PATIENCE);
        // Then
        assertThat(file.claim()).isEmpty();
        assertThat(file.description()).contains("A card");
        assertThat(files.load(file).await().atMost(PATIENCE)).isEqualTo(bytes);
    }

    @Test
    void file_over256KiB_waitsInRedisForAnHour() {
        // Given
        var bytes = bytes(LIMIT + 1);
        // When
        var file = files.attach("film.gif", "image/gif", "", bytes).await().atMost(PATIENCE);
        // Then
        var key = file.claim().orElseThrow();
        assertThat(file.description()).isEmpty();
        assertThat(files.load(file).await().atMost(PATIENCE)).isEqualTo(bytes);
        assertThat(redis.call(commands -> commands.ttl(key)).await().atMost(PATIENCE))
                .isBetween(3_590L, 3_600L);
        assertThat(files.attach("again.gif", "image/gif", "", bytes)
                        .await()
                        .atMost(PATIENCE)
                        .claim())
                .contains(key);
    }

    @Test
    void claim_afterRedisWasEmptied_failsByName() {
        // Given
        var file = files.attach("film.gif", "image/gif", "", bytes(LIMIT + 2))
                .await()
                .atMost(PATIENCE);
        // When
        redis.call(commands -> commands.del(file.claim().orElseThrow())).await().atMost(PATIENCE);
        // Then
        assertThatThrownBy(() -> files.load(file).await().atMost(PATIENCE)).isInstanceOf(FileGone.class);
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
