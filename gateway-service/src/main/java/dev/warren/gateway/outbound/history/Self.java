package dev.warren.gateway.outbound.history;

import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.Routes;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The bot's own user, asked of Discord once. Used on the outbound loop alone. */
@ApplicationScoped
class Self {
    private final Discord discord;
    private Optional<UserId> known = Optional.empty();

    Self(Discord discord) {
        this.discord = discord;
    }

    /** None when Discord does not say. */
    Uni<Optional<UserId>> user() {
        return known.isPresent()
                ? Uni.createFrom().item(known)
                : discord.insist(RestRequest.to(Routes.ME.at())).map(outcome -> {
                    if (outcome instanceof RestOutcome.Posted posted) {
                        known = Optional.ofNullable(posted.body().toJsonObject().getString("id"))
                                .map(UserId::of);
                    }
                    return known;
                });
    }
}
