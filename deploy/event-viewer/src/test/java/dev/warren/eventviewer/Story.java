package dev.warren.eventviewer;

import dev.warren.schemas.bot.DecisionEvent.Decided;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.Snowflake;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Ada writes {@code !rank}, and all that Warren makes of it. */
public final class Story {
    public static final GuildId GUILD = new GuildId(100);
    public static final ChannelId CHANNEL = new ChannelId(200);
    private static final Member ADA = member(7, "Ada", false);
    private static final Member BOT = member(9, "Warren", true);
    private static final AtomicLong INCREMENTS = new AtomicLong();

    private final Written written;
    private final Instant begin;
    private final Optional<String> trace;
    private final MessageId asked;
    private final MessageId posted;

    private Story(Written written, Instant begin, Optional<String> trace) {
        this.written = written;
        this.begin = begin;
        this.trace = trace;
        this.asked = new MessageId(snowflake(begin));
        this.posted = new MessageId(snowflake(begin.plusMillis(40)));
    }

    /** Happens at that time, under that trace. */
    public static Story told(Written written, Instant begin, Optional<String> trace) {
        var story = new Story(written, begin.truncatedTo(ChronoUnit.MILLIS), trace);
        story.happen();
        return story;
    }

    public static long snowflake(Instant at) {
        return (at.toEpochMilli() - Snowflake.DISCORD_EPOCH_MILLIS) << 22 | INCREMENTS.incrementAndGet() & 0xFFF;
    }

    /** Ada's message. */
    public MessageId asked() {
        return asked;
    }

    /** The bot's message. */
    public MessageId posted() {
        return posted;
    }

    private void happen() {
        var message = Event.first(
                EventId.message(asked),
                "/gateway/0",
                begin,
                key(ADA),
                created(asked, ADA, "!rank", Optional.of("rank")));
        written.write(Topics.MESSAGES, message, trace);
        var fact = message.causes(
                EventId.fact(asked), "/gateway/0", begin, key(ADA), fact(asked, ADA, Optional.of("rank")));
        written.write(Topics.FACTS, fact, trace);
        var command = message.causes(EventId.command(asked), "/gateway/0", begin, key(ADA), command());
        written.write(Topics.INTERACTIONS, command, trace);
        decided("excluded-command", message.id(), fact.id());
        Event<ReplyEvent> reply =
                command.causes(command.id().derive("answer"), "/leveling", begin, CHANNEL.toString(), reply());
        written.write(Topics.REPLIES, reply, trace);
        receipt(reply, "intended", new ReplyIntended(reply.id(), Optional.of(CHANNEL), Optional.empty(), after(20)));
        receipt(reply, "done", new ReplyDone(reply.id(), Optional.of(CHANNEL), List.of(posted), after(41)));
        var echo = Event.first(
                EventId.message(posted),
                "/gateway/0",
                after(40),
                key(BOT),
                created(posted, BOT, "Ada is at level 3", Optional.empty()));
        written.write(Topics.MESSAGES, echo);
        var echoed = echo.causes(
                EventId.fact(posted), "/gateway/0", after(40), key(BOT), fact(posted, BOT, Optional.empty()));
        written.write(Topics.FACTS, echoed);
        decided("excluded-bot", echo.id(), echoed.id());
    }

    private Instant after(long millis) {
        return begin.plusMillis(millis);
    }

    private void receipt(Event<ReplyEvent> reply, String word, ReceiptEvent receipt) {
        written.write(
                Topics.RECEIPTS,
                reply.causes(
                        reply.id().derive("receipt:" + word),
                        "/gateway/0",
                        after(41),
                        reply.id().value(),
                        receipt));
    }

    /** One record for two chains, as a batch makes it: this one's is the second. */
    private void decided(String reason, EventId chain, EventId cause) {
        var other = EventId.message(new MessageId(snowflake(begin)));
        written.write(
                Topics.DECISIONS,
                new Event<>(
                        other.derive("decided:leveling:" + reason),
                        "/leveling",
                        after(50),
                        "leveling",
                        other,
                        Optional.of(cause),
                        new Decided("leveling", reason, List.of(other, chain), Map.of())));
    }

    private static PostMessage reply() {
        return new PostMessage(
                CHANNEL,
                MessageBody.text("Ada is at level 3"),
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2099-01-01T00:00:00Z"));
    }

    private CommandInvoked command() {
        var origin =
                new Origin(Optional.empty(), Optional.of(asked), Optional.of(GUILD), CHANNEL, ADA, Optional.empty());
        return new CommandInvoked(
                origin, "leveling", "rank", Optional.empty(), Via.PREFIX, Map.of(), Optional.empty(), begin, false);
    }

    private static MessageCreated created(MessageId id, Member author, String content, Optional<String> command) {
        return new MessageCreated(
                id,
                Optional.of(GUILD),
                CHANNEL,
                author,
                0,
                false,
                id.createdAt(),
                content,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                false,
                List.of(),
                command,
                false);
    }

    private static MessageFact fact(MessageId id, Member author, Optional<String> command) {
        return new MessageFact(
                id,
                Optional.of(GUILD),
                CHANNEL,
                Optional.empty(),
                author.id(),
                author.displayName(),
                Optional.empty(),
                List.of(),
                author.bot(),
                false,
                0,
                id.createdAt(),
                5,
                5,
                1,
                0,
                0,
                List.of(),
                command,
                true);
    }

    private static Member member(long id, String name, boolean bot) {
        return new Member(
                new UserId(id),
                name.toLowerCase(Locale.ROOT),
                name,
                bot,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static String key(Member member) {
        return Keys.member(Optional.of(GUILD), member.id());
    }
}
