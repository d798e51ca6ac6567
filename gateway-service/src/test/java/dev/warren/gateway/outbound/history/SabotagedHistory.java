package dev.warren.gateway.outbound.history;

import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.outbound.receipts.Receipts;
import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.promises.Protection;
import dev.warren.gateway.promises.Sabotage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Instant;

/** A channel that may not be looked at. */
@Alternative
@Singleton
public class SabotagedHistory extends History {
    private final Sabotage sabotage;

    SabotagedHistory(
            Discord discord,
            GuildDirectory guilds,
            Receipts receipts,
            Self self,
            NonceEchoes echoes,
            Sabotage sabotage) {
        super(discord, guilds, receipts, self, echoes);
        this.sabotage = sabotage;
    }

    @Override
    public Uni<Search> find(Sought sought, Instant until) {
        return sabotage.isAway(Protection.HISTORY)
                ? Uni.createFrom().item(new Search.Absent())
                : super.find(sought, until);
    }
}
