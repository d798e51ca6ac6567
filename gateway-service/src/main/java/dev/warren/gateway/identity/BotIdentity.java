package dev.warren.gateway.identity;

import dev.warren.schemas.ids.ApplicationId;
import dev.warren.schemas.ids.UserId;
import java.util.Set;

/**
 * Who the bot is.
 *
 * @param application whose commands are registered, and whose token answers interactions
 * @param user as whom the bot writes
 * @param name of the user
 * @param flags of the application; they tell which privileged intents are switched on
 * @param owners the application's owner, or the members of its team
 */
public record BotIdentity(ApplicationId application, UserId user, String name, long flags, Set<UserId> owners) {
    public BotIdentity {
        owners = Set.copyOf(owners);
    }
}
