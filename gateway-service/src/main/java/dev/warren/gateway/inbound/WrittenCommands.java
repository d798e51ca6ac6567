package dev.warren.gateway.inbound;

import dev.warren.gateway.commands.Reading;
import dev.warren.gateway.commands.Verdict;
import dev.warren.gateway.commands.WrittenMessage;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What follows from a message that was meant as a command: the same record that slash gives, or a short word why not. */
@ApplicationScoped
class WrittenCommands {
    private static final String ANSWER = "answer";

    private final Telling decisions;
    private final Duration stands;
    private final Duration expiry;

    WrittenCommands(Telling decisions, RuntimeConfig config) {
        this.decisions = decisions;
        this.stands = config.commands().refusalStands();
        this.expiry = config.commands().answerExpiry();
    }

    void follow(Arrival arrival, Event<MessageCreated> message, WrittenMessage written, Reading reading) {
        switch (reading) {
            case Reading.Conversation _ -> {}
            case Reading.NearMiss(var suggestion) -> arrival.emit(refusal(arrival, message, written, suggestion));
            case Reading.Meant(var _, var verdict) ->
                arrival.emitLater(verdict.thenApply(found -> events(arrival, message, written, found)));
        }
    }

    /** What comes of a command that was judged. */
    List<Outgoing<?>> events(Arrival arrival, Event<MessageCreated> message, WrittenMessage written, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Invoke(var command) -> {
                Event<InteractionEvent> invoked =
                        arrival.caused(message, EventId.command(written.id()), message.subject(), command);
                yield List.of(new Outgoing<>(Topics.INTERACTIONS, invoked));
            }
            case Verdict.Refuse refusal -> List.of(refusal(arrival, message, written, refusal));
            case Verdict.Pass(var reason, var details) -> {
                decisions.tell(reason, List.of(message.correlationId()), details);
                yield List.of();
            }
        };
    }

    /** It stands in the channel for a short while: a direct message would be too much for a slip. */
    private Outgoing<?> refusal(
            Arrival arrival, Event<MessageCreated> message, WrittenMessage written, Verdict.Refuse refusal) {
        decisions.tell(refusal.reason(), List.of(message.correlationId()), refusal.details());
        var post = new PostMessage(
                written.channel(),
                MessageBody.text(refusal.text()),
                Optional.of(written.id()),
                Optional.of(stands),
                written.createdAt().plus(expiry));
        var id = EventId.command(written.id()).derive(ANSWER);
        return new Outgoing<>(
                Topics.REPLIES, arrival.caused(message, id, written.channel().toString(), post));
    }
}
