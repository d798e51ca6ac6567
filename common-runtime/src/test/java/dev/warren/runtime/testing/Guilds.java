package dev.warren.runtime.testing;

import dev.warren.schemas.discord.GuildEvent;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.GuildEvent.GuildLeft;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Guilds that take the bot and remove it, as the gateway tells of it. */
public record Guilds(Broker broker) {
    /** The bot is in the guild. */
    public void known(GuildId guild, Instant at) {
        tell(
                guild,
                at,
                new GuildKnown(
                        guild,
                        "Guild " + guild,
                        new UserId(1),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        1));
    }

    /** The guild removed the bot. */
    public void left(GuildId guild, Instant at) {
        tell(guild, at, new GuildLeft(guild, at));
    }

    private void tell(GuildId guild, Instant at, GuildEvent event) {
        broker.send(
                Topics.GUILDS,
                Event.first(
                        EventId.of("guild:" + guild + "@" + at + "/"
                                + event.getClass().getSimpleName()),
                        "/gateway/0",
                        at,
                        guild.toString(),
                        event));
    }
}
