package dev.warren.ai.models;

/**
 * What a model is able to do.
 *
 * @param tools whether it may call tools
 * @param images whether it sees images
 * @param context how many tokens prompt and answer may have together, at least 512
 */
public record Capabilities(boolean tools, boolean images, int context) {
    /** The least context that is of use. */
    public static final int LEAST_CONTEXT = 512;

    public Capabilities {
        if (context < LEAST_CONTEXT) {
            throw new IllegalArgumentException("context must be at least " + LEAST_CONTEXT + " tokens: " + context);
        }
    }

    /** The same model, after it said that it can't call tools. */
    public Capabilities withoutTools() {
        return new Capabilities(false, images, context);
    }
}
