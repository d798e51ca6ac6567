package dev.warren.ai.models;

/** What answers when no key and no server is there, or all others fail. A bean; there is one. */
@FunctionalInterface
public interface LastResort {
    /** The last candidate of all. */
    Candidate candidate();
}
