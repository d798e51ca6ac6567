package dev.warren.ai.conversation;

import dev.warren.ai.asking.Asker;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What the memory service knows of whoever asks. It is waited for briefly, and answers go on without it. */
@FunctionalInterface
interface MemberMemory {
    /**
     * Profile and facts that have to do with a prompt, as lines; none when there is nothing, or nobody to ask.
     */
    Uni<Optional<String>> recall(Asker asker, String prompt);
}
