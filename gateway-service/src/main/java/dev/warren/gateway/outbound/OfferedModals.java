package dev.warren.gateway.outbound;

import dev.warren.schemas.ids.UserId;
import java.util.concurrent.CompletionStage;

/** Modals that stand behind a button, because they were asked for by a prefix command. Their buttons are answered here, not published. */
public interface OfferedModals {
    /** The beginning of the custom id of such a button. */
    String PREFIX = "gateway:modal:";

    /** Whether a used component is one of these. */
    static boolean concerns(String customId) {
        return customId.startsWith(PREFIX);
    }

    /** Opens the modal for the member to whom it was offered; tells anybody else that it is not theirs. */
    CompletionStage<AnswerOutcome> pressed(PendingInteraction interaction, String customId, UserId member);
}
