package dev.warren.ai.models;

/** How much of a model somebody wants; a failover stays in the class as long as one of it is there. */
public enum ModelClass {
    /** Answers soon and costs little. */
    QUICK,
    /** Thinks more and costs more. */
    STRONG
}
