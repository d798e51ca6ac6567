package dev.warren.leveling.experience;

import dev.warren.leveling.experience.MinuteAward.Key;
import dev.warren.schemas.ids.MessageId;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * The awards and what they add up to. What it holds is a function of the set of claims that it was ever given: any order, any
 * repetition and any division into batches leave the same rows, and each member's total is the sum of their awards.
 *
 * @param <T> a transaction
 */
interface Progress<T> {
    /**
     * Adds what a batch claims.
     *
     * @return the winners that stand where a claim did not prevail; a claim that stood there already is not among them
     */
    Uni<Map<Key, MessageId>> add(T tx, Claims claims);
}
