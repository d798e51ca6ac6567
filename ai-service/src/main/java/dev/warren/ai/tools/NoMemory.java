package dev.warren.ai.tools;

import dev.warren.ai.asking.Asker;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Nothing is remembered. */
@DefaultBean
@ApplicationScoped
class NoMemory implements MemberMemory {
    @Override
    public Uni<List<String>> recall(Asker asker, String about) {
        return Uni.createFrom().item(List.of());
    }
}
