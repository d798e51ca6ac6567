package dev.warren.leveling;

import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.Snowflake;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Facts of messages for tests: what people write, unless a test says otherwise. */
public final class Facts {
    public static final Instant NOON = Instant.parse("2025-06-15T12:00:00Z");
    private static final ChannelId GENERAL = new ChannelId(500);

    private Facts() {}

    /** A message of a member, seen live. */
    public static MessageFact written(GuildId guild, UserId author, Instant at) {
        return written(guild, author, at, 0);
    }

    /** One of several messages of a moment. */
    public static MessageFact written(GuildId guild, UserId author, Instant at, int increment) {
        return new MessageFact(
                new MessageId(((at.toEpochMilli() - Snowflake.DISCORD_EPOCH_MILLIS) << 22) | increment),
                Optional.of(guild),
                GENERAL,
                Optional.empty(),
                author,
                "Member " + author,
                Optional.of("a1b2"),
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
    }

    /** The copy that is read back after a gap. */
    public static MessageFact backfilled(MessageFact fact) {
        return with(
                fact, fact.guild(), fact.authorName(), fact.bot(), fact.webhook(), fact.kind(), fact.command(), false);
    }

    public static MessageFact called(MessageFact fact, String name) {
        return with(fact, fact.guild(), name, fact.bot(), fact.webhook(), fact.kind(), fact.command(), fact.live());
    }

    public static MessageFact byBot(MessageFact fact) {
        return with(fact, fact.guild(), fact.authorName(), true, fact.webhook(), fact.kind(), fact.command(), true);
    }

    public static MessageFact byWebhook(MessageFact fact) {
        return with(fact, fact.guild(), fact.authorName(), true, true, fact.kind(), fact.command(), true);
    }

    public static MessageFact ofKind(MessageFact fact, int kind) {
        return with(fact, fact.guild(), fact.authorName(), fact.bot(), fact.webhook(), kind, fact.command(), true);
    }

    public static MessageFact commanding(MessageFact fact, String command) {
        return with(
                fact,
                fact.guild(),
                fact.authorName(),
                fact.bot(),
                fact.webhook(),
                fact.kind(),
                Optional.of(command),
                true);
    }

    public static MessageFact direct(MessageFact fact) {
        return with(
                fact,
                Optional.empty(),
                fact.authorName(),
                fact.bot(),
                fact.webhook(),
                fact.kind(),
                fact.command(),
                true);
    }

    /** Of another length, and as like to others as their sketches. */
    public static MessageFact resembling(MessageFact fact, int length, long sketch) {
        return new MessageFact(
                fact.message(),
                fact.guild(),
                fact.channel(),
                fact.channelParent(),
                fact.author(),
                fact.authorName(),
                fact.avatar(),
                fact.roles(),
                fact.bot(),
                fact.webhook(),
                fact.kind(),
                fact.createdAt(),
                length,
                length,
                fact.words(),
                sketch,
                fact.attachments(),
                fact.linkHosts(),
                fact.command(),
                fact.live());
    }

    private static MessageFact with(
            MessageFact fact,
            Optional<GuildId> guild,
            String name,
            boolean bot,
            boolean webhook,
            int kind,
            Optional<String> command,
            boolean live) {
        return new MessageFact(
                fact.message(),
                guild,
                fact.channel(),
                fact.channelParent(),
                fact.author(),
                name,
                fact.avatar(),
                fact.roles(),
                bot,
                webhook,
                kind,
                fact.createdAt(),
                fact.length(),
                fact.collapsedLength(),
                fact.words(),
                fact.sketch(),
                fact.attachments(),
                fact.linkHosts(),
                command,
                live);
    }

    /** As the gateway tells it. */
    public static Event<MessageFact> event(MessageFact fact) {
        return Event.first(
                EventId.fact(fact.message()),
                "/gateway/0",
                fact.createdAt(),
                Keys.member(fact.guild(), fact.author()),
                fact);
    }
}
