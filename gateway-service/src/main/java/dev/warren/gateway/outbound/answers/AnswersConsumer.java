package dev.warren.gateway.outbound.answers;

import dev.warren.gateway.outbound.AnswerOutcome;
import dev.warren.gateway.outbound.AnswerOutcome.Answered;
import dev.warren.gateway.outbound.AnswerOutcome.Refused;
import dev.warren.gateway.outbound.AnswerOutcome.TooLate;
import dev.warren.gateway.outbound.AnswerOutcome.Unclear;
import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.outbound.receipts.Receipts;
import dev.warren.gateway.outbound.sending.Intake;
import dev.warren.gateway.outbound.sending.Refusals;
import dev.warren.gateway.outbound.sending.Window;
import dev.warren.runtime.events.Received;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerEvent.AnswerChoices;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.AnswerModal;
import dev.warren.schemas.bot.AnswerEvent.AnswerUpdate;
import dev.warren.schemas.bot.AnswerEvent.EditAnswer;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReceiptEvent.ReplyUnknown;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Takes answers from their topic: those of one interaction in order, those of different ones side by side. */
@ApplicationScoped
class AnswersConsumer {
    private final Intake intake;
    private final Conversations conversations;
    private final Answering answering;
    private final LateAnswers late;
    private final Receipts receipts;
    private final AnswerCounts counts;
    private final InstantSource clock;
    private final Window window;

    AnswersConsumer(
            Intake intake,
            Conversations conversations,
            Answering answering,
            LateAnswers late,
            Receipts receipts,
            AnswerCounts counts,
            InstantSource clock,
            OutboundConfig config) {
        this.intake = intake;
        this.conversations = conversations;
        this.answering = answering;
        this.late = late;
        this.receipts = receipts;
        this.counts = counts;
        this.clock = clock;
        this.window = new Window(config.answers().underWay());
    }

    @Incoming("answers")
    Uni<Void> consume(Message<byte[]> message) {
        return intake.take(message, Topics.ANSWERS, window, this::begin);
    }

    private Uni<Void> begin(Received<AnswerEvent> received) {
        Event<AnswerEvent> event = received.event();
        InteractionId interaction = event.payload()
                .origin()
                .interaction()
                .orElseThrow(() -> new IllegalArgumentException("an answer must name its interaction"));
        return conversations.done(interaction, () -> answer(event, interaction));
    }

    private Uni<Void> answer(Event<AnswerEvent> event, InteractionId interaction) {
        Instant expiresAt = expiry(event.payload());
        return conversations.find(interaction, expiresAt).chain(found -> {
            if (found.isEmpty()) {
                return alreadyDone(event.id())
                        .chain(done -> done ? Uni.createFrom().voidItem() : tooLate(event, Optional.empty()));
            }
            Conversation conversation = found.get();
            boolean fresh = conversation.isNew(event.id()) && conversation.isLocal();
            return fresh ? answer(event, conversation, false) : again(event, conversation);
        });
    }

    /** This instance does not know all that was done: the receipts do. */
    private Uni<Void> again(Event<AnswerEvent> event, Conversation conversation) {
        return receipts.find(event.id())
                .chain(receipt -> receipt.isEmpty()
                        ? answer(event, conversation, false)
                        : receipt.get() instanceof ReplyIntended ? answer(event, conversation, true) : repeated());
    }

    private Uni<Void> repeated() {
        counts.count("repeated", "known");
        return Uni.createFrom().voidItem();
    }

    private Uni<Boolean> alreadyDone(EventId answer) {
        return receipts.find(answer).map(receipt -> receipt.isPresent() && !(receipt.get() instanceof ReplyIntended));
    }

    private Uni<Void> answer(Event<AnswerEvent> event, Conversation conversation, boolean resumed) {
        Instant expiresAt = expiry(event.payload());
        if (!clock.instant().isBefore(expiresAt)) {
            return ended(event, Optional.of(conversation), new Refused(0, 0, "expired"));
        }
        var origin = event.payload().origin();
        var turn = new Turn(
                conversation,
                event.id(),
                Optional.of(event),
                Optional.of(origin.channel()),
                origin.message(),
                expiresAt,
                resumed);
        return outcome(turn, event.payload()).chain(outcome -> ended(event, Optional.of(conversation), outcome));
    }

    private Uni<AnswerOutcome> outcome(Turn turn, AnswerEvent answer) {
        return switch (answer) {
            case AnswerMessage(var _, var body, var ephemeral, var _) -> answering.message(turn, body, ephemeral);
            case AnswerUpdate(var _, var body, var _) -> answering.update(turn, body);
            case AnswerModal(var _, var modal, var _) -> answering.modal(turn, modal);
            case AnswerChoices(var _, var choices, var _) -> answering.choices(turn, choices);
            case EditAnswer(var _, var body, var _) -> answering.editAnswer(turn, body);
            case AnswerEvent.Unknown(var type) -> throw new IllegalArgumentException("answer must be known: " + type);
        };
    }

    private Uni<Void> ended(Event<AnswerEvent> event, Optional<Conversation> conversation, AnswerOutcome outcome) {
        counts.count(kind(event.payload()), outcome);
        return switch (outcome) {
            case Answered(var messages) ->
                receipt(
                        event,
                        new ReplyDone(
                                event.id(),
                                Optional.of(event.payload().origin().channel()),
                                messages,
                                clock.instant()));
            case Refused(int status, int code, var reason) ->
                receipt(event, new ReplyRefused(event.id(), status, code, reason, clock.instant()));
            case Unclear _ -> receipt(event, new ReplyUnknown(event.id(), clock.instant()));
            case TooLate _ -> tooLate(event, conversation);
        };
    }

    private Uni<Void> tooLate(Event<AnswerEvent> event, Optional<Conversation> conversation) {
        var expected = conversation.map(known -> known.about().expected());
        return late.tell(event, expected, clock.instant()).chain(told -> {
            String reason = told ? "too late; told by another way" : "too late";
            return receipt(
                    event, new ReplyRefused(event.id(), 404, Refusals.UNKNOWN_INTERACTION, reason, clock.instant()));
        });
    }

    /** Completions leave no receipt: they come with every key that a member presses, and nobody asks for them later. */
    private Uni<Void> receipt(Event<AnswerEvent> event, ReceiptEvent receipt) {
        return event.payload() instanceof AnswerChoices ? Uni.createFrom().voidItem() : receipts.write(event, receipt);
    }

    private static Instant expiry(AnswerEvent answer) {
        return switch (answer) {
            case AnswerMessage message -> message.expiresAt();
            case AnswerUpdate update -> update.expiresAt();
            case AnswerModal modal -> modal.expiresAt();
            case AnswerChoices choices -> choices.expiresAt();
            case EditAnswer edit -> edit.expiresAt();
            case AnswerEvent.Unknown _ -> Instant.MAX;
        };
    }

    private static String kind(AnswerEvent answer) {
        return switch (answer) {
            case AnswerMessage _ -> "message";
            case AnswerUpdate _ -> "update";
            case AnswerModal _ -> "modal";
            case AnswerChoices _ -> "choices";
            case EditAnswer _ -> "edit";
            case AnswerEvent.Unknown _ -> "unknown";
        };
    }
}
