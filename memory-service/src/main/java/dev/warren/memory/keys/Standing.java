package dev.warren.memory.keys;

import java.time.Instant;
import java.util.Optional;

/**
 * What holds for a member.
 *
 * @param generation how often they were erased
 * @param erasedAt the last time; what is from before counts no more
 * @param silent whether they want nothing kept of what they say
 * @param told whether they were told, or are about to be, that what they say is kept
 */
public record Standing(int generation, Optional<Instant> erasedAt, boolean silent, boolean told) {
    /** Of somebody of whom nothing is known. */
    public static final Standing NEW = new Standing(0, Optional.empty(), false, false);

    /** Whether something that they said then may be kept. */
    public boolean mayKeep(Instant said) {
        return !silent && erasedAt.filter(erased -> !said.isAfter(erased)).isEmpty();
    }
}
