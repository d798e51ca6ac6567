package dev.warren.runtime.commands;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerEvent.AnswerChoices;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.AnswerModal;
import dev.warren.schemas.bot.AnswerEvent.AnswerUpdate;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.OfferModal;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns answers into events: an interaction is answered over {@code bot.answers}, a prefix command over {@code bot.replies}. */
@ApplicationScoped
public class Answers {
    private final RuntimeConfig config;

    Answers(RuntimeConfig config) {
        this.config = config;
    }

    /** The events of all answers to one cause, with ids derived from it in order. */
    public List<Outgoing<?>> toEvents(Event<?> cause, Origin origin, List<Answer> answers) {
        var events = new ArrayList<Outgoing<?>>();
        for (var answer : answers) {
            toEvent(cause, origin, answer, events.size()).ifPresent(events::add);
        }
        return events;
    }

    /** Completions for an interaction. */
    public Outgoing<?> choices(Event<?> cause, Origin origin, List<Choice> choices) {
        var most = choices.subList(0, Math.min(25, choices.size()));
        return answer(cause, origin, new AnswerChoices(origin, most, expiry(cause)), "answer");
    }

    private Optional<Outgoing<?>> toEvent(Event<?> cause, Origin origin, Answer answer, int place) {
        var what = place == 0 ? "answer" : "answer:" + place;
        return switch (answer) {
            case Answer.Message(var body, var ephemeral) -> Optional.of(message(cause, origin, body, ephemeral, what));
            case Answer.Refusal refusal -> Optional.of(refusal(cause, origin, refusal, what));
            case Answer.Update(var body) ->
                Optional.of(answer(cause, origin, new AnswerUpdate(origin, body, expiry(cause)), what));
            case Answer.OpenModal(var modal) ->
                Optional.of(
                        origin.interaction().isPresent()
                                ? answer(cause, origin, new AnswerModal(origin, modal, expiry(cause)), what)
                                : reply(
                                        cause,
                                        origin.channel().toString(),
                                        new OfferModal(
                                                origin.channel(),
                                                origin.member().id(),
                                                modal,
                                                origin.message(),
                                                expiry(cause)),
                                        what));
            case Answer.Silence _ -> Optional.empty();
        };
    }

    private Outgoing<?> message(Event<?> cause, Origin origin, MessageBody body, boolean ephemeral, String what) {
        var expiry = expiry(cause);
        if (origin.interaction().isPresent()) {
            return answer(cause, origin, new AnswerMessage(origin, body, ephemeral, expiry), what);
        }
        var channel = origin.channel();
        return ephemeral && origin.guild().isPresent()
                ? reply(
                        cause,
                        channel.toString(),
                        new PostDirectMessage(origin.member().id(), body, Optional.of(channel), expiry),
                        what)
                : reply(
                        cause,
                        channel.toString(),
                        new PostMessage(channel, body, origin.message(), Optional.empty(), expiry),
                        what);
    }

    /** To a prefix command a refusal stands in the channel for a short while: a direct message would be too much for a slip. */
    private Outgoing<?> refusal(Event<?> cause, Origin origin, Answer.Refusal refusal, String what) {
        var body = MessageBody.text(refusal.text());
        return origin.interaction().isPresent()
                ? message(cause, origin, body, true, what)
                : reply(
                        cause,
                        origin.channel().toString(),
                        new PostMessage(
                                origin.channel(),
                                body,
                                origin.message(),
                                Optional.of(config.commands().refusalStands()),
                                expiry(cause)),
                        what);
    }

    private Outgoing<AnswerEvent> answer(Event<?> cause, Origin origin, AnswerEvent payload, String what) {
        var key = origin.interaction().map(Object::toString).orElseGet(() -> cause.subject());
        return new Outgoing<>(
                Topics.ANSWERS, cause.causes(cause.id().derive(what), source(), cause.time(), key, payload));
    }

    private Outgoing<ReplyEvent> reply(Event<?> cause, String key, ReplyEvent payload, String what) {
        return new Outgoing<>(
                Topics.REPLIES, cause.causes(cause.id().derive(what), source(), cause.time(), key, payload));
    }

    private String source() {
        return "/" + config.service().id();
    }

    private Instant expiry(Event<?> cause) {
        return cause.time().plus(config.commands().answerExpiry());
    }
}
