package dev.warren.memory.facts;

/**
 * A vector of unit length in whole numbers of eight bits. Each {@value #GROUP} neighbours share a scale, so that one large number does not
 * take the precision of all others: absolute maximum quantisation in blocks, as in GGML's Q8_0.
 *
 * @param scales one for each group
 * @param values from -127 to 127
 */
record Quantised(float[] scales, byte[] values) {
    /** Of the embedding model. */
    static final int DIMENSIONS = 384;

    static final int GROUP = 32;
    static final int GROUPS = DIMENSIONS / GROUP;

    private static final int LARGEST = 127;

    Quantised {
        if (scales.length != GROUPS || values.length != DIMENSIONS) {
            throw new IllegalArgumentException("a vector must have " + GROUPS + " scales and " + DIMENSIONS
                    + " values: " + scales.length + " and " + values.length);
        }
    }

    /** @throws IllegalArgumentException when it has not {@value #DIMENSIONS} finite numbers */
    static Quantised of(float[] vector) {
        if (vector.length != DIMENSIONS) {
            throw new IllegalArgumentException("a vector must have " + DIMENSIONS + " numbers: " + vector.length);
        }
        var scales = new float[GROUPS];
        var values = new byte[DIMENSIONS];
        for (int group = 0; group < GROUPS; group++) {
            float largest = 0;
            for (int i = group * GROUP; i < (group + 1) * GROUP; i++) {
                if (!Float.isFinite(vector[i])) {
                    throw new IllegalArgumentException("a vector must have finite numbers: " + vector[i]);
                }
                largest = Math.max(largest, Math.abs(vector[i]));
            }
            float scale = largest / LARGEST;
            scales[group] = scale;
            for (int i = group * GROUP; scale > 0 && i < (group + 1) * GROUP; i++) {
                values[i] = (byte) Math.round(vector[i] / scale);
            }
        }
        return new Quantised(scales, values);
    }
}
