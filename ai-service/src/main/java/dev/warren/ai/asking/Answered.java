package dev.warren.ai.asking;

/** What came of a question. */
public sealed interface Answered {
    /**
     * A model answered.
     *
     * @param text whole, never blank
     * @param model {@code provider/model}, or {@code offline}
     * @param tools whether tools were used, whose results are the asker's alone
     */
    record Said(String text, String model, boolean offline, boolean tools) implements Answered {}

    /**
     * No model was asked, or none could answer.
     *
     * @param reason a constant for the decision record: {@code budget}, {@code busy}, {@code no-provider}, {@code too-long}
     * @param text what the member reads
     */
    record Refused(String reason, String text) implements Answered {}
}
