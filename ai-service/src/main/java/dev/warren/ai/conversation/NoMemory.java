package dev.warren.ai.conversation;

import dev.warren.ai.asking.Asker;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Knows nothing. */
@DefaultBean
@ApplicationScoped
class NoMemory implements MemberMemory {
    @Override
    public Uni<Optional<String>> recall(Asker asker, String prompt) {
        return Uni.createFrom().item(Optional.empty());
    }
}
