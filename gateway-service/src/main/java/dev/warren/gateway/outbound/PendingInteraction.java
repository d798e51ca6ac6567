package dev.warren.gateway.outbound;

import static java.util.Objects.requireNonNull;

import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.ids.ApplicationId;
import dev.warren.schemas.ids.InteractionId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * An interaction as Discord sent it, as far as answering it goes.
 *
 * @param kind what the member used
 * @param expected how it is announced to be answered; without meaning for a completion
 * @param receivedAt when this instance got it, by its own clock
 */
public record PendingInteraction(
        InteractionId id,
        InteractionToken token,
        ApplicationId application,
        Kind kind,
        AnswerKind expected,
        Instant receivedAt) {
    public PendingInteraction {
        requireNonNull(id, "id");
        requireNonNull(token, "token");
        requireNonNull(application, "application");
        requireNonNull(kind, "kind");
        requireNonNull(expected, "expected");
        requireNonNull(receivedAt, "receivedAt");
    }

    /** Whether the first response can be put off. Discord has no deferred modal and no deferred completion. */
    public boolean deferrable() {
        return kind != Kind.COMPLETION && expected != AnswerKind.MODAL;
    }

    /** What a member used. Source: Discord's API reference, "Interaction Type". */
    public enum Kind {
        COMMAND(2),
        COMPONENT(3),
        COMPLETION(4),
        MODAL(5);

        private final int type;

        Kind(int type) {
            this.type = type;
        }

        /** Discord's number. */
        public int type() {
            return type;
        }

        /** None for a type that is not answered here, such as Discord's ping. */
        public static Optional<Kind> ofType(int type) {
            return Arrays.stream(values()).filter(kind -> kind.type == type).findFirst();
        }
    }
}
