package dev.warren.gateway.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Who the bot is, once Discord has said so. */
@ApplicationScoped
public class Identity {
    private final CompletableFuture<BotIdentity> known = new CompletableFuture<>();

    /** Completes when Discord has said who the bot is; at once from then on. */
    public Uni<BotIdentity> whenKnown() {
        return Uni.createFrom().completionStage(() -> known);
    }

    /** None before the first answer of Discord. */
    public Optional<BotIdentity> now() {
        @Nullable BotIdentity identity = known.getNow(null);
        return Optional.ofNullable(identity);
    }

    /** Notes it; the first word holds. */
    public void learned(BotIdentity identity) {
        known.complete(identity);
    }
}
