package dev.warren.economy.fair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hashes and digits are those of sha256sum and openssl, the numbers those of Python's whole numbers. */
class DrawsTest {
    private static final Seed SEED = new Seed("60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752");

    @Test
    void hash_ofASeed_isWhatSha256sumSays() {
        assertThat(SEED.hash()).isEqualTo("6016bcc377c93692f2fe19fbad47eee6fb8f4cc98c56e935db5edb69806d84f6");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 060b61883f1083ef4472a54efbb3115a8e5c756a53deffee220f0766faa88d9e",
        "0, 1, fdf5a3eea251a2595000de332d47fc85279a8c7c02fd888a2214009fff1e3105",
        "7, 0, 9eb0a8b141cb4bd63258869dc9991032a7bc502e88e95a972633162bfcceec49"
    })
    void block_ofAGame_isWhatOpensslSays(long nonce, int block, String digits) {
        assertThat(Draws.of(SEED, "ada", nonce).block(block)).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({"0, 10000, 236", "1, 2, 0", "2, 6, 3", "3, 52, 6", "4, 52, 51", "5, 52, 16", "7, 52, 6"})
    void draw_ofAGame_isWhatTheFormulaSays(int place, long bound, long number) {
        assertThat(Draws.of(SEED, "ada", 0).draw(place, bound)).isEqualTo(number);
    }

    @Test
    void draws_ofManyGames_fallEverywhereAlike() {
        // Given
        var counts = new int[10];
        // When
        IntStream.range(0, 20_000)
                .forEach(nonce -> counts[(int) Draws.of(SEED, "ada", nonce).draw(0, 10)]++);
        // Then: five standard deviations of 2,000 ± 42
        assertThat(counts)
                .satisfies(all ->
                        IntStream.of(all).forEach(count -> assertThat(count).isBetween(1_788, 2_212)));
    }

    @Test
    void seed_thatIsMade_isSecretInLogs() {
        var seed = Seed.of(new Random(1));
        assertThat(seed.text()).matches("[0-9a-f]{64}");
        assertThat(seed.toString()).doesNotContain(seed.text()).contains(seed.hash());
        assertThatThrownBy(() -> new Seed("abc")).hasMessage("seed must be 64 hexadecimal digits: 3 characters");
    }
}
