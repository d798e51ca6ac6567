package dev.warren.ai.asking;

/** What is seen of an answer before it is whole. Called on the thread that asks, one call at a time; it must not wait. */
public interface Progress {
    /** Nobody looks. */
    Progress UNSEEN = new Progress() {
        @Override
        public void queued(int place) {}

        @Override
        public void said(CharSequence soFar) {}
    };

    /** The question waits for its turn at the provider; {@code place} is 1 for the next one. */
    void queued(int place);

    /** All that was said so far, to be read during the call alone; shorter than before when another model began anew. */
    void said(CharSequence soFar);
}
