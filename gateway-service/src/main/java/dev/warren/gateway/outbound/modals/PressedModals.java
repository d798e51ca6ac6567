package dev.warren.gateway.outbound.modals;

import dev.warren.gateway.outbound.AnswerOutcome;
import dev.warren.gateway.outbound.DirectAnswers;
import dev.warren.gateway.outbound.OfferedModals;
import dev.warren.gateway.outbound.PendingInteraction;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** Answers the buttons of offered modals. */
@ApplicationScoped
class PressedModals implements OfferedModals {
    private static final Logger LOG = Logger.getLogger(PressedModals.class);

    private final ModalOffers offers;
    private final DirectAnswers answers;

    PressedModals(ModalOffers offers, DirectAnswers answers) {
        this.offers = offers;
        this.answers = answers;
    }

    @Override
    public CompletionStage<AnswerOutcome> pressed(PendingInteraction interaction, String customId, UserId member) {
        return offers.find(customId.substring(PREFIX.length()))
                .chain(offer -> Uni.createFrom().completionStage(() -> {
                    if (offer.isEmpty()) {
                        return say(interaction, "This form is no longer open. Please ask for it again.");
                    }
                    return offer.get().member().equals(member)
                            ? answers.modal(interaction, offer.get().modal())
                            : say(interaction, "This form is for somebody else. Ask for one of your own.");
                }))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf(
                            "offered modal not found interactionId=%s error=%s",
                            interaction.id(), failure.getClass().getName());
                    return Uni.createFrom()
                            .completionStage(() -> say(interaction, "That did not work just now. Please try again."));
                })
                .subscribeAsCompletionStage();
    }

    private CompletionStage<AnswerOutcome> say(PendingInteraction interaction, String text) {
        return answers.ephemeral(interaction, MessageBody.text(text));
    }
}
