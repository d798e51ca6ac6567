package dev.warren.gateway.owner;

import dev.warren.gateway.identity.Identity;
import dev.warren.gateway.operations.OwnerConfig;
import dev.warren.schemas.ids.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who runs the bot: whom Discord names as the application's owner or team, and whom the settings name beside them. */
@ApplicationScoped
class Owners {
    private final Identity identity;
    private final Set<UserId> named;

    Owners(Identity identity, OwnerConfig config) {
        this.identity = identity;
        this.named = config.users().orElse(List.of()).stream().map(UserId::of).collect(Collectors.toUnmodifiableSet());
    }

    boolean include(UserId user) {
        return named.contains(user)
                || identity.now().filter(bot -> bot.owners().contains(user)).isPresent();
    }
}
