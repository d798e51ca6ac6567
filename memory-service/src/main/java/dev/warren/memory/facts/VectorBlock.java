package dev.warren.memory.facts;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;

/**
 * The vectors of some facts of one member, which are sealed, stored and kept in memory together.
 *
 * @param numbers of the facts
 * @param scales of all vectors, one after the other
 * @param values of all vectors, one after the other
 */
record VectorBlock(int[] numbers, float[] scales, byte[] values) {
    static final VectorBlock EMPTY = new VectorBlock(new int[0], new float[0], new byte[0]);

    /** The form of the bytes. Another model or another quantisation is another one. */
    private static final byte FORM = 1;

    private static final int ENTRY = Integer.BYTES + Quantised.GROUPS * Float.BYTES + Quantised.DIMENSIONS * Byte.BYTES;

    VectorBlock {
        if (scales.length != numbers.length * Quantised.GROUPS
                || values.length != numbers.length * Quantised.DIMENSIONS) {
            throw new IllegalArgumentException("a block must have as many vectors as numbers: " + numbers.length);
        }
    }

    int size() {
        return numbers.length;
    }

    /** How many bytes it takes in memory, about. */
    int bytes() {
        return 64 + numbers.length * ENTRY;
    }

    VectorBlock with(int number, Quantised vector) {
        int size = numbers.length;
        var moreNumbers = Arrays.copyOf(numbers, size + 1);
        moreNumbers[size] = number;
        var moreScales = Arrays.copyOf(scales, scales.length + Quantised.GROUPS);
        System.arraycopy(vector.scales(), 0, moreScales, scales.length, Quantised.GROUPS);
        var moreValues = Arrays.copyOf(values, values.length + Quantised.DIMENSIONS);
        System.arraycopy(vector.values(), 0, moreValues, values.length, Quantised.DIMENSIONS);
        return new VectorBlock(moreNumbers, moreScales, moreValues);
    }

    VectorBlock without(Set<Integer> gone) {
        int kept = 0;
        var fewerNumbers = new int[numbers.length];
        var fewerScales = new float[scales.length];
        var fewerValues = new byte[values.length];
        for (int i = 0; i < numbers.length; i++) {
            if (!gone.contains(numbers[i])) {
                fewerNumbers[kept] = numbers[i];
                System.arraycopy(scales, i * Quantised.GROUPS, fewerScales, kept * Quantised.GROUPS, Quantised.GROUPS);
                System.arraycopy(
                        values,
                        i * Quantised.DIMENSIONS,
                        fewerValues,
                        kept * Quantised.DIMENSIONS,
                        Quantised.DIMENSIONS);
                kept++;
            }
        }
        return new VectorBlock(
                Arrays.copyOf(fewerNumbers, kept),
                Arrays.copyOf(fewerScales, kept * Quantised.GROUPS),
                Arrays.copyOf(fewerValues, kept * Quantised.DIMENSIONS));
    }

    /** Offers each of its facts. The sums of a group are whole numbers; only their scales are not. */
    void search(Quantised wanted, Best best) {
        byte[] wantedValues = wanted.values();
        float[] wantedScales = wanted.scales();
        int at = 0;
        int scale = 0;
        for (int number : numbers) {
            float similarity = 0;
            int dimension = 0;
            for (int group = 0; group < Quantised.GROUPS; group++) {
                int sum = 0;
                // four at a time: the first compiler does not unroll by itself
                for (int end = dimension + Quantised.GROUP; dimension < end; dimension += 4, at += 4) {
                    sum += wantedValues[dimension] * values[at]
                            + wantedValues[dimension + 1] * values[at + 1]
                            + wantedValues[dimension + 2] * values[at + 2]
                            + wantedValues[dimension + 3] * values[at + 3];
                }
                similarity += sum * wantedScales[group] * scales[scale++];
            }
            best.offer(number, similarity);
        }
    }

    byte[] toBytes() {
        var buffer = ByteBuffer.allocate(1 + numbers.length * ENTRY).put(FORM);
        buffer.asIntBuffer().put(numbers);
        buffer.position(buffer.position() + numbers.length * Integer.BYTES);
        buffer.asFloatBuffer().put(scales);
        buffer.position(buffer.position() + scales.length * Float.BYTES);
        return buffer.put(values).array();
    }

    /** @throws IllegalArgumentException when this is no block, or one of another form */
    static VectorBlock fromBytes(byte[] bytes) {
        if (bytes.length < 1 || bytes[0] != FORM || (bytes.length - 1) % ENTRY != 0) {
            throw new IllegalArgumentException(
                    "a block must be of form " + FORM + " and hold whole entries: " + bytes.length + " bytes");
        }
        int size = (bytes.length - 1) / ENTRY;
        var numbers = new int[size];
        var scales = new float[size * Quantised.GROUPS];
        var values = new byte[size * Quantised.DIMENSIONS];
        var buffer = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        buffer.asIntBuffer().get(numbers);
        buffer.position(buffer.position() + size * Integer.BYTES);
        buffer.asFloatBuffer().get(scales);
        buffer.position(buffer.position() + scales.length * Float.BYTES);
        buffer.get(values);
        return new VectorBlock(numbers, scales, values);
    }
}
