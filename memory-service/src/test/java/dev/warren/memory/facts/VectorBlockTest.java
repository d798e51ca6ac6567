package dev.warren.memory.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Vectors in eight bits, and what is found among them. */
class VectorBlockTest {
    private static float[] vector(Random random) {
        var vector = new float[Quantised.DIMENSIONS];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static double cosine(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> (double) one[i] * other[i])
                .sum();
    }

    private static VectorBlock block(float[][] vectors) {
        var block = VectorBlock.EMPTY;
        for (int i = 0; i < vectors.length; i++) {
            block = block.with(i + 1, Quantised.of(vectors[i]));
        }
        return block;
    }

    @Property(tries = 50)
    void similarity_ofQuantisedVectors_isTheCosineToTheSecondDigit(@ForAll long seed) {
        var random = new Random(seed);
        var vectors = new float[][] {vector(random), vector(random)};
        var best = new Best(2, -1);

        block(vectors).search(Quantised.of(vectors[0]), best);

        assertThat(best.matches().getFirst().number()).isEqualTo(1);
        assertThat(best.matches().getFirst().similarity()).isCloseTo(1, within(0.005));
        assertThat(best.matches().getLast().similarity()).isCloseTo(cosine(vectors[0], vectors[1]), within(0.005));
    }

    @Property(tries = 20)
    void best_ofManyVectors_areThoseOfTheExactCosines(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int size) {
        // Given: vectors of which each next one is less like the first
        var random = new Random(seed);
        var wanted = vector(random);
        var vectors = IntStream.range(0, size)
                .mapToObj(i -> mixed(wanted, vector(random), 1 - i / (double) size))
                .toArray(float[][]::new);
        var best = new Best(5, 0.2);
        // When
        block(vectors).search(Quantised.of(wanted), best);
        // Then
        var exact = IntStream.range(0, size)
                .boxed()
                .filter(i -> cosine(wanted, vectors[i]) > 0.21)
                .sorted(Comparator.comparing(i -> -cosine(wanted, vectors[i])))
                .limit(best.matches().size())
                .map(i -> cosine(wanted, vectors[i]))
                .toList();
        assertThat(best.matches()).hasSizeBetween(1, 5);
        for (int i = 0; i < exact.size(); i++) {
            assertThat(best.matches().get(i).similarity()).isCloseTo(exact.get(i), within(0.01));
        }
    }

    private static float[] mixed(float[] one, float[] other, double share) {
        var mixed = new float[one.length];
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            mixed[i] = (float) (share * one[i] + (1 - share) * other[i]);
            squares += mixed[i] * mixed[i];
        }
        for (int i = 0; i < one.length; i++) {
            mixed[i] /= (float) Math.sqrt(squares);
        }
        return mixed;
    }

    @Test
    void block_thatWasStored_isTheSame() {
        var random = new Random(1);
        var block = block(new float[][] {vector(random), vector(random), vector(random)});

        var read = VectorBlock.fromBytes(block.toBytes());

        assertThat(read.numbers()).isEqualTo(block.numbers());
        assertThat(read.scales()).isEqualTo(block.scales());
        assertThat(read.values()).isEqualTo(block.values());
        assertThat(VectorBlock.fromBytes(VectorBlock.EMPTY.toBytes()).size()).isZero();
    }

    @Test
    void block_withoutSome_findsTheOthersAlone() {
        var random = new Random(2);
        var vectors = new float[][] {vector(random), vector(random), vector(random)};
        var best = new Best(3, -1);

        var left = block(vectors).without(Set.of(2, 9));
        left.search(Quantised.of(vectors[2]), best);

        assertThat(left.numbers()).containsExactly(1, 3);
        assertThat(best.matches().getFirst().number()).isEqualTo(3);
        assertThat(best.matches().getFirst().similarity()).isCloseTo(1, within(0.005));
    }

    @Test
    void bytes_ofAnotherFormOrCutOff_areRefused() {
        var bytes = block(new float[][] {vector(new Random(3))}).toBytes();
        var other = bytes.clone();
        other[0] = 2;

        assertThatThrownBy(() -> VectorBlock.fromBytes(other)).hasMessageContaining("must be of form 1");
        assertThatThrownBy(() -> VectorBlock.fromBytes(Arrays.copyOf(bytes, bytes.length - 1)))
                .hasMessageContaining("hold whole entries");
        assertThatThrownBy(() -> VectorBlock.fromBytes(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void vector_thatIsNone_isRefused() {
        var notANumber = vector(new Random(4));
        notANumber[7] = Float.NaN;

        assertThatThrownBy(() -> Quantised.of(notANumber)).hasMessageContaining("finite");
        assertThatThrownBy(() -> Quantised.of(new float[3])).hasMessage("a vector must have 384 numbers: 3");
        assertThat(Quantised.of(new float[Quantised.DIMENSIONS]).values()).containsOnly(0);
    }

    @Test
    void best_withMoreThanItKeeps_keepsTheMostSimilarInOrder() {
        var best = new Best(3, 0.1);

        for (int number = 1; number <= 10; number++) {
            best.offer(number, number * 7 % 10 / 10.0);
        }

        assertThat(best.matches()).extracting(Best.Match::similarity).containsExactly(0.9, 0.8, 0.7);
        assertThat(new Best(3, 0.1).matches()).isEmpty();
    }
}
