package dev.warren.embed.unfolding;

import dev.warren.runtime.testing.Broker;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.discord.GuildEvent.ChannelKnown;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.MessageEvent;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.discord.MessageEvent.MessageDeleted;
import dev.warren.schemas.discord.MessageEvent.MessageEdited;
import dev.warren.schemas.discord.MessageEvent.MessageUnfolded;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/** A guild of its own, with a channel in which members talk, as the gateway tells of it. */
final class Talk {
    /** Discord's epoch, 2015-01-01. */
    private static final long EPOCH = 1_420_070_400_000L;

    private static final int TIME_SHIFT = 22;
    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime() & 0xFFFFF);

    final GuildId guild = new GuildId(number());
    final ChannelId channel = new ChannelId(number());
    final Member ada = member();
    private final Broker broker;

    Talk(Broker broker) {
        this.broker = broker;
    }

    private static long number() {
        return 1_000_000_000L + NUMBERS.incrementAndGet();
    }

    static Member member() {
        return new Member(new UserId(number()), "ada", "Ada", false, Optional.empty(), List.of(), Optional.empty());
    }

    static MessageId message(Instant at) {
        return new MessageId(((at.toEpochMilli() - EPOCH) << TIME_SHIFT) | (NUMBERS.incrementAndGet() & 0x3FFFFF));
    }

    /** A member writes. */
    MessageId says(String content) {
        var id = message(Instant.now());
        send(created(id, ada, content));
        return id;
    }

    Event<MessageEvent> created(MessageId id, Member author, String content) {
        return event(
                EventId.message(id),
                author.id(),
                new MessageCreated(
                        id,
                        Optional.of(guild),
                        channel,
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
                        Optional.empty(),
                        false));
    }

    void edits(MessageId id, Instant at, String content) {
        send(event(
                EventId.messageEdited(id, at),
                ada.id(),
                new MessageEdited(id, Optional.of(guild), channel, Optional.of(ada.id()), at, content, List.of())));
    }

    void discordShows(MessageId id, String... links) {
        send(event(
                EventId.messageUnfolded(id, List.of(links)),
                ada.id(),
                new MessageUnfolded(id, Optional.of(guild), channel, Optional.of(ada.id()), List.of(links))));
    }

    void deletes(MessageId id) {
        send(event(
                EventId.messageDeleted(id),
                ada.id(),
                new MessageDeleted(id, Optional.of(guild), channel, Optional.of(ada.id()))));
    }

    void send(Event<MessageEvent> event) {
        broker.send(Topics.MESSAGES, event);
    }

    private Event<MessageEvent> event(EventId id, UserId author, MessageEvent payload) {
        return Event.first(id, "/gateway/0", Instant.now(), Keys.member(Optional.of(guild), author), payload);
    }

    /** The reply to a message. */
    Event<ReplyEvent> reply(MessageId to) {
        return replies(event ->
                event.payload() instanceof PostMessage post && post.replyTo().equals(Optional.of(to)));
    }

    Event<ReplyEvent> replies(Predicate<Event<ReplyEvent>> wanted) {
        return broker.await(Topics.REPLIES, received -> wanted.test(received.event()))
                .event();
    }

    /** What was asked of this channel so far. */
    List<ReplyEvent> soFar() {
        return broker.seen(Topics.REPLIES).stream()
                .filter(received -> received.event().subject().equals(channel.toString()))
                .map(received -> received.event().payload())
                .toList();
    }

    /** Waits until a link that is written now has been shown: whatever came before it is done with. */
    void settle() {
        reply(says(PlayedProvider.SITE + "settled" + number()));
    }

    Event<InteractionEvent> command(String subcommand, Map<String, String> options) {
        var values = new HashMap<String, OptionValue>();
        options.forEach((name, value) -> values.put(name, OptionValue.text(value)));
        return ask(
                Optional.empty(),
                ada,
                origin -> new CommandInvoked(
                        origin,
                        "embed",
                        "embed",
                        Optional.of(subcommand),
                        Via.SLASH,
                        values,
                        Optional.empty(),
                        Instant.now(),
                        false));
    }

    Event<InteractionEvent> presses(Member by, String customId) {
        return ask(
                Optional.of(new MessageId(number())),
                by,
                origin -> new ComponentUsed(origin, customId, List.of(), Instant.now()));
    }

    private Event<InteractionEvent> ask(Optional<MessageId> on, Member by, Function<Origin, InteractionEvent> payload) {
        var id = new InteractionId(number());
        var origin = new Origin(Optional.of(id), on, Optional.of(guild), channel, by, Optional.empty());
        return Event.first(
                EventId.interaction(id),
                "/gateway/0",
                Instant.now(),
                Keys.member(Optional.of(guild), by.id()),
                payload.apply(origin));
    }

    static Member with(Member member, Permissions permissions) {
        return new Member(member.id(), "grace", "Grace", false, Optional.empty(), List.of(), Optional.of(permissions));
    }

    /** Settings that have held for a minute. */
    void set(String key, String value) {
        var from = Instant.now().minusSeconds(60);
        var before = new HashMap<String, Optional<String>>();
        before.put(key, Optional.empty());
        broker.send(
                Topics.SETTINGS,
                Event.first(
                        EventId.of("settings:" + guild + "/1"),
                        "/memory",
                        from,
                        guild.toString(),
                        new SettingsChanged(guild, 1, from, ada.id(), before, Map.of(key, value))));
    }

    void restrictByAge() {
        broker.send(
                Topics.GUILDS,
                Event.first(
                        EventId.of("session:" + number()),
                        "/gateway/0",
                        Instant.now(),
                        Keys.knownChannel(channel),
                        new ChannelKnown(guild, channel, "adults", 0, Optional.empty(), true, List.of())));
    }
}
