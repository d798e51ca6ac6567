package dev.warren.ai;

import dev.warren.runtime.testing.Broker;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.EditAnswer;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.DeleteMessage;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.conversation.ConversationEvent;
import dev.warren.schemas.conversation.ConversationEvent.ConversationEnded;
import dev.warren.schemas.conversation.ConversationEvent.ConversationSummarised;
import dev.warren.schemas.conversation.ConversationEvent.FactProposed;
import dev.warren.schemas.conversation.ConversationEvent.TurnTaken;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.MessageEvent;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A guild of its own, in which members write to the bot and read what it says. */
final class Chat {
    static final UserId BOT = new UserId(4_242);
    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() << 20);

    final GuildId guild = new GuildId(IDS.incrementAndGet());
    final ChannelId channel = new ChannelId(IDS.incrementAndGet());
    private final Broker broker;

    Chat(Broker broker) {
        this.broker = broker;
    }

    Member member(String name) {
        return member(name, Permissions.NONE);
    }

    Member member(String name, Permissions permissions) {
        return new Member(
                new UserId(IDS.incrementAndGet()),
                name,
                name,
                false,
                Optional.empty(),
                List.of(),
                Optional.of(permissions));
    }

    /** A message that mentions the bot. */
    Event<MessageEvent> mention(Member author, String content) {
        return send(message(author, "<@" + BOT + "> " + content, true, Optional.empty(), Optional.empty()));
    }

    /** A message that names nobody. */
    Event<MessageEvent> say(Member author, String content) {
        return send(message(author, content, false, Optional.empty(), Optional.empty()));
    }

    Event<MessageEvent> send(Event<MessageEvent> event) {
        broker.send(Topics.MESSAGES, event);
        return event;
    }

    Event<MessageEvent> message(
            Member author, String content, boolean mention, Optional<MessageId> replyTo, Optional<String> command) {
        var id = new MessageId(IDS.incrementAndGet());
        var now = Instant.now();
        return Event.first(
                EventId.message(id),
                "/gateway/0",
                now,
                Keys.member(Optional.of(guild), author.id()),
                new MessageCreated(
                        id,
                        Optional.of(guild),
                        channel,
                        author,
                        replyTo.isPresent() ? 19 : 0,
                        false,
                        now,
                        content,
                        replyTo,
                        Optional.empty(),
                        mention ? List.of(BOT) : List.of(),
                        List.of(),
                        false,
                        mention,
                        List.of(),
                        command,
                        false));
    }

    /** The message that was written. */
    static MessageId id(Event<MessageEvent> written) {
        return switch (written.payload()) {
            case MessageCreated created -> created.id();
            case MessageEvent other -> throw new IllegalArgumentException("nothing was written: " + other);
        };
    }

    /** A slash command. */
    Event<InteractionEvent> slash(
            Member member, String command, Optional<String> subcommand, Map<String, OptionValue> options) {
        var id = new InteractionId(IDS.incrementAndGet());
        var now = Instant.now();
        var origin =
                new Origin(Optional.of(id), Optional.empty(), Optional.of(guild), channel, member, Optional.empty());
        var event = Event.<InteractionEvent>first(
                EventId.interaction(id),
                "/gateway/0",
                now,
                Keys.member(Optional.of(guild), member.id()),
                new CommandInvoked(
                        origin, "ai", command, subcommand, Via.SLASH, options, Optional.empty(), now, false));
        broker.send(Topics.INTERACTIONS, event);
        return event;
    }

    /** Settings that hold since a minute ago. */
    void settings(Map<String, String> values) {
        var before = new LinkedHashMap<String, Optional<String>>();
        values.keySet().forEach(key -> before.put(key, Optional.empty()));
        var from = Instant.now().minusSeconds(60);
        broker.send(
                Topics.SETTINGS,
                Event.first(
                        EventId.of("settings:" + guild + "/1"),
                        "/memory",
                        from,
                        guild.toString(),
                        new SettingsChanged(guild, 1, from, BOT, before, values)));
    }

    /** What stands in the channel in answer to an event, once the turn is told and stands there; one text for each message. */
    List<String> answer(Event<?> asked) {
        var told = broker.await(
                Topics.CONVERSATION_EVENTS,
                received -> received.event().id().equals(asked.id().derive("turn")));
        var answer = switch (told.event().payload()) {
            case TurnTaken turn -> turn.answer().strip();
            case ConversationEvent other -> throw new IllegalStateException("no turn: " + other);
        };
        // the two topics are read one after the other
        awaitText(asked, answer.substring(Math.max(0, answer.length() - 10)));
        return standing(asked);
    }

    /** What stands in the channel in answer to an event, once it says so. */
    String awaitText(Event<?> asked, String wanted) {
        return Awaitility.await().until(() -> String.join("\n", standing(asked)), text -> text.contains(wanted));
    }

    /** What stands in the channel now, by what was posted, edited and deleted. */
    List<String> standing(Event<?> asked) {
        var messages = new LinkedHashMap<String, String>();
        var edits = new ArrayList<Runnable>();
        for (var received : broker.seen(Topics.REPLIES)) {
            var event = received.event();
            if (event.causationId().equals(Optional.of(asked.id()))) {
                switch (event.payload()) {
                    case PostMessage post ->
                        messages.put(event.id().value(), post.body().content());
                    case EditMessage edit ->
                        edits.add(() -> messages.put(
                                edit.target().reply().orElseThrow().value(),
                                edit.body().content()));
                    case DeleteMessage gone ->
                        edits.add(() -> messages.remove(
                                gone.target().reply().orElseThrow().value()));
                    default -> {}
                }
            }
        }
        edits.forEach(Runnable::run);
        answers(asked, messages);
        return List.copyOf(messages.values());
    }

    private void answers(Event<?> asked, Map<String, String> messages) {
        for (var received : broker.seen(Topics.ANSWERS)) {
            var event = received.event();
            if (event.causationId().equals(Optional.of(asked.id()))) {
                switch (event.payload()) {
                    case AnswerMessage message -> messages.put(event.id().value(), body(message.body()));
                    case EditAnswer edit ->
                        messages.put(asked.id().derive("reply").value(), body(edit.body()));
                    default -> {}
                }
            }
        }
    }

    private static String body(MessageBody body) {
        return body.content();
    }

    /** All that was posted, edited or deleted in answer to an event. */
    List<ReplyEvent> replies(Event<?> asked) {
        return broker.seen(Topics.REPLIES).stream()
                .map(received -> received.event())
                .filter(event -> event.causationId().equals(Optional.of(asked.id())))
                .<ReplyEvent>map(Event::payload)
                .toList();
    }

    /** What was answered over the interaction. */
    List<AnswerEvent> answersTo(Event<?> asked, int count) {
        return broker
                .await(
                        Topics.ANSWERS,
                        count,
                        received -> received.event().causationId().equals(Optional.of(asked.id())))
                .stream()
                .<AnswerEvent>map(received -> received.event().payload())
                .toList();
    }

    /** The turns of a member here so far. */
    List<TurnTaken> turns(Member member) {
        return told(TurnTaken.class).stream()
                .filter(turn ->
                        turn.user().equals(member.id()) && turn.channel().equals(channel))
                .toList();
    }

    ConversationEnded ended(Member member) {
        return awaitTold(ConversationEnded.class, ended -> ended.user().equals(member.id()));
    }

    ConversationSummarised summarised(Member member) {
        return awaitTold(ConversationSummarised.class, one -> one.user().equals(member.id()));
    }

    FactProposed proposed(Member member) {
        return awaitTold(FactProposed.class, one -> one.user().equals(member.id()));
    }

    private <E extends ConversationEvent> E awaitTold(Class<E> type, Predicate<E> wanted) {
        return Awaitility.await()
                .until(() -> told(type).stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private <E extends ConversationEvent> List<E> told(Class<E> type) {
        return broker.seen(Topics.CONVERSATION_EVENTS).stream()
                .map(received -> received.event().payload())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
