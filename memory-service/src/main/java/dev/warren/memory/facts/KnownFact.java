package dev.warren.memory.facts;

import java.time.Instant;

/**
 * What is remembered about a member, as others may know it.
 *
 * @param number among the member's facts
 * @param since from when on it holds
 * @param similarity to what was looked for, 1 for the same; 1 where nothing was looked for
 */
public record KnownFact(int number, String text, Instant since, double similarity) {}
