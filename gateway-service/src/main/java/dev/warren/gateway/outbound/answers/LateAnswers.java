package dev.warren.gateway.outbound.answers;

import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerEvent.AnswerChoices;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.AnswerModal;
import dev.warren.schemas.bot.AnswerEvent.AnswerUpdate;
import dev.warren.schemas.bot.AnswerEvent.EditAnswer;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.bot.Target;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells what came too late to be an answer: in the channel, or directly when it was for the invoker alone. It goes as a reply, and so in
 * order, once, and also when Discord was away.
 */
@ApplicationScoped
class LateAnswers {
    private final EventPublisher publisher;

    LateAnswers(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /**
     * Tells it; completes when the broker has it.
     *
     * @param expected how the interaction was announced to be answered, where that is still known
     * @return whether there was something to tell
     */
    Uni<Boolean> tell(Event<AnswerEvent> answer, Optional<AnswerKind> expected, Instant now) {
        Optional<ReplyEvent> reply = reply(answer.payload(), expected);
        if (reply.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        String key = answer.payload().origin().channel().toString();
        var event = answer.causes(answer.id().derive("late"), "/gateway", now, key, reply.get());
        return publisher.publish(new Outgoing<>(Topics.REPLIES, event)).replaceWith(true);
    }

    private static Optional<ReplyEvent> reply(AnswerEvent answer, Optional<AnswerKind> expected) {
        return switch (answer) {
            case AnswerMessage(var origin, var body, var ephemeral, var expiresAt) ->
                Optional.of(ephemeral ? direct(origin, body, expiresAt) : inChannel(origin, body, expiresAt));
            case EditAnswer(var origin, var body, var expiresAt) ->
                Optional.of(
                        expected.filter(AnswerKind.EPHEMERAL::equals).isPresent()
                                ? direct(origin, body, expiresAt)
                                : inChannel(origin, body, expiresAt));
            case AnswerUpdate(var origin, var body, var expiresAt) ->
                origin.message()
                        .map(message -> new EditMessage(Target.message(origin.channel(), message), body, expiresAt));
            case AnswerModal _, AnswerChoices _ -> Optional.empty();
            case AnswerEvent.Unknown _ -> Optional.empty();
        };
    }

    private static ReplyEvent direct(Origin origin, MessageBody body, Instant expiresAt) {
        return new PostDirectMessage(origin.member().id(), body, Optional.empty(), expiresAt);
    }

    /** Names the member, without a ping, because no command stands above it. */
    private static ReplyEvent inChannel(Origin origin, MessageBody body, Instant expiresAt) {
        String name = "<@" + origin.member().id() + ">";
        String content = body.content().isEmpty() ? name : name + ": " + body.content();
        var named = new MessageBody(content, body.embeds(), body.rows(), body.files(), body.pings());
        return new PostMessage(origin.channel(), named, Optional.empty(), Optional.empty(), expiresAt);
    }
}
