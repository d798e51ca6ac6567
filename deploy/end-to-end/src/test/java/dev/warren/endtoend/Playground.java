package dev.warren.endtoend;

import static org.awaitility.Awaitility.await;

import dev.warren.runtime.commands.Describe;
import dev.warren.schemas.bot.ActionEvent;
import dev.warren.schemas.bot.AnnouncementEvent;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A service that a test plays itself, with nothing but topics: it announces commands, reads what members ask, and emits what is to be
 * said and done. What no built service does yet is thus tried from end to end all the same.
 */
final class Playground {
    private static final String SERVICE = "playground";

    private final Stack stack;

    private Playground(Stack stack) {
        this.stack = stack;
    }

    /** Announces the playground's commands and waits until they are registered at Discord. */
    static Playground open(Stack stack) {
        var now = Instant.now();
        AnnouncementEvent offer = new ServiceAnnounced(
                SERVICE,
                1,
                List.of(
                        command("play-public", AnswerKind.PUBLIC),
                        command("play-private", AnswerKind.EPHEMERAL),
                        command("play-form", AnswerKind.MODAL)),
                List.of());
        stack.broker()
                .send(
                        Topics.COMMANDS,
                        Event.first(
                                EventId.of("announcement:" + SERVICE + "@" + now), "/" + SERVICE, now, SERVICE, offer));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> stack.discord().commands().stream()
                        .anyMatch(command -> command.getString("name").equals("play-form")));
        return new Playground(stack);
    }

    private static CommandDescription command(String name, AnswerKind answer) {
        return Describe.command(name, "Tries something out")
                .module(SERVICE)
                .answers(answer)
                .build();
    }

    /** Lets a member use one of the commands, and gives it as the service gets it. */
    Event<InteractionEvent> used(Chat chat, String member, String command) {
        var interaction = chat.slash(member, command, Map.of());
        return asked(event -> event.id().value().equals("interaction:" + interaction));
    }

    /** The first thing asked that is so. */
    Event<InteractionEvent> asked(Predicate<Event<InteractionEvent>> wanted) {
        return stack.broker()
                .await(Topics.INTERACTIONS, received -> wanted.test(received.event()))
                .event();
    }

    /** Where a channel is, as events name it: by a member's use of a command there. */
    Origin origin(Chat chat, String member) {
        var used = used(chat, member, "play-private");
        answer(used, new AnswerEvent.AnswerMessage(used.payload().origin(), MessageBody.text("noted"), true, soon()));
        return used.payload().origin();
    }

    /** Emits an answer; its id is the reply's. */
    EventId answer(Event<InteractionEvent> asked, AnswerEvent answer) {
        var id = asked.id().derive("answer:" + UUID.randomUUID());
        stack.broker().send(Topics.ANSWERS, asked.causes(id, "/" + SERVICE, Instant.now(), asked.subject(), answer));
        return id;
    }

    /** Emits a reply. */
    EventId reply(ChannelId channel, ReplyEvent reply) {
        var id = EventId.of("play:" + UUID.randomUUID());
        stack.broker().send(Topics.REPLIES, Event.first(id, "/" + SERVICE, Instant.now(), channel.toString(), reply));
        return id;
    }

    /** Emits a reply that has been emitted before. */
    void again(EventId id, ChannelId channel, ReplyEvent reply) {
        stack.broker().send(Topics.REPLIES, Event.first(id, "/" + SERVICE, Instant.now(), channel.toString(), reply));
    }

    /** Emits an action. */
    EventId act(GuildId guild, ActionEvent action) {
        var id = EventId.of("play:" + UUID.randomUUID());
        stack.broker().send(Topics.ACTIONS, Event.first(id, "/" + SERVICE, Instant.now(), guild.toString(), action));
        return id;
    }

    /** What became of it in the end. */
    ReceiptEvent receipt(EventId reply) {
        return stack.broker()
                .await(
                        Topics.RECEIPTS,
                        received -> !(received.event().payload() instanceof ReceiptEvent.Unknown)
                                && !(received.event().payload() instanceof ReceiptEvent.ReplyIntended)
                                && received.event().payload().reply().equals(reply))
                .event()
                .payload();
    }

    /** A message for the channel, that answers none. */
    static PostMessage post(Origin origin, MessageBody body) {
        return new PostMessage(origin.channel(), body, Optional.empty(), Optional.empty(), soon());
    }

    static Instant soon() {
        return Instant.now().plusSeconds(300);
    }
}
