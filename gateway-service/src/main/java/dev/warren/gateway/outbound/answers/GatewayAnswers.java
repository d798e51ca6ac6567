package dev.warren.gateway.outbound.answers;

import dev.warren.gateway.outbound.AnswerOutcome;
import dev.warren.gateway.outbound.DirectAnswers;
import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.outbound.PendingInteraction;
import dev.warren.gateway.outbound.sending.OutboundLoop;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.Modal;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.ids.EventId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The gateway's own answers. They take the same way as those of services, but leave no receipt: nothing brings them again. */
@ApplicationScoped
class GatewayAnswers implements DirectAnswers {
    private static final Logger LOG = Logger.getLogger(GatewayAnswers.class);

    private final Conversations conversations;
    private final Answering answering;
    private final AnswerCounts counts;
    private final OutboundLoop loop;
    private final OutboundConfig.Answers bounds;

    GatewayAnswers(
            Conversations conversations,
            Answering answering,
            AnswerCounts counts,
            OutboundLoop loop,
            OutboundConfig config) {
        this.conversations = conversations;
        this.answering = answering;
        this.counts = counts;
        this.loop = loop;
        this.bounds = config.answers();
    }

    @Override
    public CompletionStage<AnswerOutcome> ephemeral(PendingInteraction interaction, MessageBody body) {
        return begin(interaction, turn -> answering.message(turn, body, true));
    }

    @Override
    public CompletionStage<AnswerOutcome> message(PendingInteraction interaction, MessageBody body) {
        return begin(interaction, turn -> answering.message(turn, body, false));
    }

    @Override
    public CompletionStage<AnswerOutcome> modal(PendingInteraction interaction, Modal modal) {
        return begin(interaction, turn -> answering.modal(turn, modal));
    }

    @Override
    public CompletionStage<AnswerOutcome> choices(PendingInteraction interaction, List<Choice> choices) {
        return begin(interaction, turn -> answering.choices(turn, choices));
    }

    private CompletionStage<AnswerOutcome> begin(
            PendingInteraction interaction, Function<Turn, Uni<AnswerOutcome>> answer) {
        var done = new CompletableFuture<AnswerOutcome>();
        loop.execute(() -> conversations.inOrder(
                interaction.id(),
                () -> Uni.createFrom()
                        .deferred(() -> answer.apply(turn(interaction)))
                        .onFailure()
                        .recoverWithItem(failure -> {
                            LOG.errorf(failure, "direct answer failed interactionId=%s", interaction.id());
                            return new AnswerOutcome.Refused(0, 0, "the gateway failed");
                        })
                        .invoke(outcome -> {
                            counts.count("direct", outcome);
                            done.complete(outcome);
                        })
                        .replaceWithVoid()));
        return done;
    }

    private Turn turn(PendingInteraction interaction) {
        return new Turn(
                conversations.passing(interaction),
                EventId.interaction(interaction.id()).derive("gateway"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                interaction.receivedAt().plus(bounds.tokenLife()),
                false);
    }
}
