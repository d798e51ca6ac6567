package dev.warren.gateway.limits;

import dev.warren.schemas.bot.Cooldown;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody uses a command.
 *
 * @param event the same for each copy, so that a copy of what has passed passes
 * @param guild none in direct messages
 * @param cooldown as announced
 * @param at by Discord's clock, which is one for all instances
 */
public record Use(
        EventId event,
        Optional<GuildId> guild,
        ChannelId channel,
        UserId user,
        String command,
        Optional<Cooldown> cooldown,
        Instant at) {
    /** Where it is: the guild, or the direct messages of the member. */
    String place() {
        return guild.map(GuildId::toString).orElse("dm:" + user);
    }

    /** For whom the cooldown counts. */
    String cooled() {
        var scope = cooldown.map(Cooldown::scope).orElse(Cooldown.Scope.MEMBER);
        return command + ":"
                + switch (scope) {
                    case MEMBER -> place() + ":" + user;
                    case CHANNEL -> channel.toString();
                    case GUILD -> place();
                };
    }
}
