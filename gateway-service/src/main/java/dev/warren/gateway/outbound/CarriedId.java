package dev.warren.gateway.outbound;

import static java.util.Objects.requireNonNull;

import dev.warren.schemas.bot.AnswerKind;

/**
 * The custom id of a component or modal as it stands at Discord: it carries how its use is answered, because nothing else survives
 * until a button of last month is pressed. A mark stands before the service's id, which begins with a letter; none means public.
 *
 * @param customId as the service gave it
 * @param answer how its use is answered
 */
public record CarriedId(String customId, AnswerKind answer) {
    private static final int MAX_LENGTH = 100;

    public CarriedId {
        requireNonNull(customId, "customId");
        requireNonNull(answer, "answer");
    }

    /** Reads what Discord gives back. */
    public static CarriedId read(String atDiscord) {
        for (AnswerKind kind : AnswerKind.values()) {
            String mark = mark(kind);
            if (!mark.isEmpty() && atDiscord.startsWith(mark)) {
                return new CarriedId(atDiscord.substring(mark.length()), kind);
            }
        }
        return new CarriedId(atDiscord, AnswerKind.PUBLIC);
    }

    /** What Discord is given; longer than 100 characters when {@link #fits} says no. */
    public String written() {
        return mark(answer) + customId;
    }

    /** Whether Discord takes it. */
    public boolean fits() {
        return written().length() <= MAX_LENGTH;
    }

    private static String mark(AnswerKind kind) {
        return switch (kind) {
            case PUBLIC -> "";
            case EPHEMERAL -> "~";
            case UPDATE -> "=";
            case MODAL -> "+";
        };
    }
}
