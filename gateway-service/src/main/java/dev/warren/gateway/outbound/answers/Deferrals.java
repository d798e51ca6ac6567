package dev.warren.gateway.outbound.answers;

import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.outbound.PendingInteraction;
import dev.warren.gateway.outbound.PendingInteractions;
import dev.warren.gateway.outbound.answers.Callbacks.Sent;
import dev.warren.gateway.outbound.answers.Standing.Deferred;
import dev.warren.gateway.outbound.answers.Standing.Open;
import dev.warren.gateway.outbound.answers.Standing.Over;
import dev.warren.gateway.outbound.sending.OutboundLoop;
import dev.warren.schemas.bot.AnswerKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Notes interactions, and puts the first response off when no answer came in time. */
@ApplicationScoped
class Deferrals implements PendingInteractions {
    private static final Logger LOG = Logger.getLogger(Deferrals.class);

    private final Conversations conversations;
    private final Callbacks callbacks;
    private final FirstResponses firstResponses;
    private final Patience patience;
    private final OutboundLoop loop;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Duration deferAfter;

    Deferrals(
            Conversations conversations,
            Callbacks callbacks,
            FirstResponses firstResponses,
            Patience patience,
            OutboundLoop loop,
            InstantSource clock,
            MeterRegistry meters,
            OutboundConfig config) {
        this.conversations = conversations;
        this.callbacks = callbacks;
        this.firstResponses = firstResponses;
        this.patience = patience;
        this.loop = loop;
        this.clock = clock;
        this.meters = meters;
        this.deferAfter = config.answers().deferAfter();
    }

    @Override
    public void received(PendingInteraction interaction) {
        loop.execute(() -> {
            Conversation conversation = conversations.begin(interaction);
            if (interaction.deferrable()) {
                var passed = Duration.between(interaction.receivedAt(), clock.instant());
                loop.after(deferAfter.minus(passed), () -> deferIfOpen(conversation));
            } else {
                patience.undeferrable(conversation);
            }
        });
    }

    private void deferIfOpen(Conversation conversation) {
        if (conversation.standing() instanceof Open) {
            // In order, so that an answer that is under way is waited for, and one that comes now waits.
            conversations.inOrder(conversation.id(), () -> defer(conversation));
        }
    }

    private Uni<Void> defer(Conversation conversation) {
        if (!(conversation.standing() instanceof Open)) {
            return Uni.createFrom().voidItem();
        }
        var about = conversation.about();
        AnswerKind as = Answering.deferral(about.expected(), about.kind());
        int type = as == AnswerKind.UPDATE ? Callbacks.DEFERRED_UPDATE : Callbacks.DEFERRED_MESSAGE;
        JsonObject data = Callbacks.shown(new JsonObject(), as == AnswerKind.EPHEMERAL);
        return callbacks.respond(about, type, data, Optional.empty()).chain(sent -> switch (sent) {
            case Sent.Done _ -> {
                firstResponses.stands(conversation, "deferral");
                conversations.stands(conversation, new Deferred(as));
                patience.deferred(conversation);
                yield Uni.createFrom().voidItem();
            }
            case Sent.Acknowledged _ ->
                conversations
                        .notedElsewhere(conversation)
                        .invoke(noted -> noted.filter(standing -> !(standing instanceof Open))
                                .ifPresent(conversation::isNow))
                        .replaceWithVoid();
            case Sent.TooLate _ -> {
                conversation.isNow(new Over());
                yield missed(conversation, "too-late");
            }
            case Sent.Rejected(int status, int code) -> missed(conversation, Integer.toString(code));
            case Sent.Unclear _ -> missed(conversation, "unclear");
        });
    }

    private Uni<Void> missed(Conversation conversation, String why) {
        LOG.warnf("interaction not deferred interactionId=%s reason=%s", conversation.id(), why);
        meters.counter("warren.deferrals.missed", "reason", why).increment();
        return Uni.createFrom().voidItem();
    }
}
