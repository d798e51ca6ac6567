package dev.warren.ai.tools;

import dev.warren.ai.asking.Asker;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What is remembered of a member, for that member. */
@FunctionalInterface
public interface MemberMemory {
    /**
     * What fits a question, the best first; empty when there is nothing.
     *
     * @param about the question, never empty
     */
    Uni<List<String>> recall(Asker asker, String about);
}
