package dev.warren.ai.work;

/** Does the work of one kind. A bean. */
public interface Worker {
    /** The {@link Job#kind()} it does. */
    String kind();

    /**
     * Does it, on a virtual thread: it may wait. What it gives is stored, then published, at least once and under the same ids; a failure
     * is an outage or a bug, and the job is tried again, {@code warren.ai.work.attempts} times in all.
     */
    Done work(Job job);

    /** What is told when it was tried in vain, or when its time was over before it was begun. */
    Done givenUp(Job job, boolean late);
}
