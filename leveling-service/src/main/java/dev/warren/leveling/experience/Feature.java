package dev.warren.leveling.experience;

import static java.util.Objects.requireNonNull;

import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import java.time.Instant;
import java.util.List;

/**
 * What rules look at in a message.
 *
 * @param key whose, and which minute it would claim
 * @param live a copy that was read back lacks roles
 * @param length in UTF-16 units
 * @param collapsed the same after runs of one character count once
 * @param sketch texts that resemble each other differ in few bits of it
 * @param places the channel or thread, then what it stands in
 * @param command whether it was a prefix command
 */
public record Feature(
        MinuteAward.Key key,
        MessageId message,
        boolean live,
        Instant createdAt,
        int length,
        int collapsed,
        int words,
        long sketch,
        List<RoleId> roles,
        List<ChannelId> places,
        boolean command) {
    public Feature {
        requireNonNull(key, "key");
        requireNonNull(message, "message");
        requireNonNull(createdAt, "createdAt");
        roles = List.copyOf(roles);
        places = List.copyOf(places);
    }

    static Feature of(GuildId guild, MessageFact fact, List<ChannelId> places) {
        return new Feature(
                new MinuteAward.Key(guild, fact.author(), Minute.of(fact.createdAt())),
                fact.message(),
                fact.live(),
                fact.createdAt(),
                fact.length(),
                fact.collapsedLength(),
                fact.words(),
                fact.sketch(),
                fact.roles(),
                places,
                fact.command().isPresent());
    }

    /** Of two copies of one message the live one. */
    Feature merge(Feature other) {
        return live ? this : other;
    }
}
