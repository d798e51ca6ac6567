package dev.warren.benchmarks.economy;

import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.Snowflake;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Facts of messages, each in ten minutes of the clock in which its member wrote nothing else: so each is a transfer from the mint of its
 * guild to a wallet.
 *
 * @param guilds over which the members are spread
 * @param members in each guild
 */
record Writings(int guilds, int members) {
    private static final Duration TENTH = Duration.ofMinutes(10);
    private static final long FIRST_GUILD = 900_000;
    private static final long FIRST_MEMBER = 5_000_000;

    /** Each member in turn, from that time on. */
    List<Event<MessageFact>> spread(int count, Instant from) {
        var all = new ArrayList<Event<MessageFact>>(count);
        int people = guilds * members;
        for (int i = 0; i < count; i++) {
            all.add(fact(i % people, from.plus(TENTH.multipliedBy(i / people)), i));
        }
        return all;
    }

    /** Every second one is of one member. */
    List<Event<MessageFact>> onOneAccount(int count, Instant from) {
        var spread = spread(count / 2, from);
        var all = new ArrayList<Event<MessageFact>>(count);
        for (int i = 0; i < spread.size(); i++) {
            all.add(spread.get(i));
            all.add(fact(guilds * members, from.plus(TENTH.multipliedBy(i)), i | 0x200000));
        }
        return all;
    }

    private Event<MessageFact> fact(int person, Instant at, int number) {
        var guild = new GuildId(FIRST_GUILD + person % guilds);
        var member = new UserId(FIRST_MEMBER + person);
        var id = new MessageId(((at.toEpochMilli() - Snowflake.DISCORD_EPOCH_MILLIS) << 22) | number & 0x3FFFFF);
        var fact = new MessageFact(
                id,
                Optional.of(guild),
                new ChannelId(70),
                Optional.empty(),
                member,
                "member " + person,
                Optional.empty(),
                List.of(),
                false,
                false,
                0,
                at,
                42,
                40,
                8,
                77L,
                0,
                List.of(),
                Optional.empty(),
                true);
        return Event.first(EventId.fact(id), "/gateway/0", at, Keys.member(Optional.of(guild), member), fact);
    }
}
