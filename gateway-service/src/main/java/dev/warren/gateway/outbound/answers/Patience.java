package dev.warren.gateway.outbound.answers;

import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.outbound.PendingInteraction.Kind;
import dev.warren.gateway.outbound.answers.Callbacks.Sent;
import dev.warren.gateway.outbound.answers.Standing.Deferred;
import dev.warren.gateway.outbound.answers.Standing.Open;
import dev.warren.gateway.outbound.rendering.ModalForm;
import dev.warren.gateway.outbound.rendering.Rendering;
import dev.warren.gateway.outbound.rendering.Rendering.Impossible;
import dev.warren.gateway.outbound.rendering.Rendering.Part;
import dev.warren.gateway.outbound.rendering.Rendering.Ready;
import dev.warren.gateway.outbound.sending.OutboundLoop;
import dev.warren.gateway.outbound.sending.Renderer;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.ids.EventId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What members are told when no answer comes: nobody looks at "thinking" until Discord gives up. It takes no answer's place: one that comes
 * later still fills the deferral.
 */
@ApplicationScoped
class Patience {
    private static final MessageBody TAKES_LONG =
            MessageBody.text("Sorry, this takes longer than it should. If it still gets done, you will see it here.");
    private static final MessageBody NOT_NOW =
            MessageBody.text("Sorry, that took too long just now. Please try again.");

    private final Conversations conversations;
    private final Callbacks callbacks;
    private final Renderer renderer;
    private final FirstResponses firstResponses;
    private final AnswerCounts counts;
    private final OutboundLoop loop;
    private final InstantSource clock;
    private final OutboundConfig.Answers bounds;

    Patience(
            Conversations conversations,
            Callbacks callbacks,
            Renderer renderer,
            FirstResponses firstResponses,
            AnswerCounts counts,
            OutboundLoop loop,
            InstantSource clock,
            OutboundConfig config) {
        this.conversations = conversations;
        this.callbacks = callbacks;
        this.renderer = renderer;
        this.firstResponses = firstResponses;
        this.counts = counts;
        this.loop = loop;
        this.clock = clock;
        this.bounds = config.answers();
    }

    /** It was deferred, and is to be answered in time. */
    void deferred(Conversation conversation) {
        after(bounds.patience(), conversation, () -> tell(conversation));
    }

    /** It cannot be deferred: something else is its first response when its answer does not come in time. */
    void undeferrable(Conversation conversation) {
        after(bounds.insteadAfter(), conversation, () -> respond(conversation));
    }

    private void after(Duration patience, Conversation conversation, Supplier<Uni<Void>> work) {
        var passed = Duration.between(conversation.about().receivedAt(), clock.instant());
        loop.after(patience.minus(passed), () -> conversations.inOrder(conversation.id(), work));
    }

    private Uni<Void> tell(Conversation conversation) {
        if (!(conversation.standing() instanceof Deferred)) {
            return Uni.createFrom().voidItem();
        }
        // Another instance may have answered. When nobody knows, silence is better than a word behind an answer.
        return conversations.notedElsewhere(conversation).chain(noted -> {
            if (!(noted.orElseGet(Open::new) instanceof Deferred(var as))) {
                noted.filter(standing -> !(standing instanceof Open)).ifPresent(conversation::isNow);
                return Uni.createFrom().voidItem();
            }
            // A follow-up fills the deferral, but overwrites no answer that comes at the same moment.
            return rendered(
                    TAKES_LONG,
                    part -> callbacks
                            .followUp(conversation.about(), part, as != AnswerKind.PUBLIC, dead(conversation))
                            .invoke(sent -> count("takes-long", sent)));
        });
    }

    private Uni<Void> respond(Conversation conversation) {
        if (!(conversation.standing() instanceof Open)) {
            return Uni.createFrom().voidItem();
        }
        var about = conversation.about();
        var by = EventId.interaction(about.id()).derive("instead");
        return about.kind() == Kind.COMPLETION
                ? callbacks
                        .respond(about, Callbacks.CHOICES, ModalForm.choices(List.of()), Optional.empty())
                        .invoke(sent -> instead(conversation, by, sent))
                        .replaceWithVoid()
                : rendered(
                        NOT_NOW,
                        part -> callbacks
                                .respond(
                                        about, Callbacks.MESSAGE, Callbacks.shown(part.json(), true), Optional.of(part))
                                .invoke(sent -> instead(conversation, by, sent)));
    }

    private void instead(Conversation conversation, EventId by, Sent sent) {
        count("instead", sent);
        if (sent instanceof Sent.Done) {
            firstResponses.stands(conversation, "direct");
            conversations.stands(conversation, new Standing.Answered(by, false));
        }
    }

    private Uni<Void> rendered(MessageBody body, Function<Part, Uni<Sent>> then) {
        return renderer.creation(body).chain((Rendering rendering) -> switch (rendering) {
            case Ready(var parts) -> then.apply(parts.getFirst()).replaceWithVoid();
            case Impossible(var reason) -> throw new IllegalStateException("own words must be possible: " + reason);
        });
    }

    private Instant dead(Conversation conversation) {
        return conversation.about().receivedAt().plus(bounds.tokenLife());
    }

    private void count(String kind, Sent sent) {
        counts.count(
                kind,
                switch (sent) {
                    case Sent.Done _ -> "answered";
                    case Sent.Acknowledged _ -> "acknowledged";
                    case Sent.TooLate _ -> "too-late";
                    case Sent.Rejected _ -> "refused";
                    case Sent.Unclear _ -> "unclear";
                });
    }
}
