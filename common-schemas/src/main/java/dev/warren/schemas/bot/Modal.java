package dev.warren.schemas.bot;

import java.util.List;
import java.util.Optional;

/**
 * A form that opens over the chat.
 *
 * @param customId {@code service:handler:arguments}, at most 100 characters
 * @param title at most 45 characters
 * @param inputs 1 to 5
 * @param answer how its submission is answered
 */
public record Modal(String customId, String title, List<Input> inputs, AnswerKind answer) {
    public Modal {
        CustomIds.check(customId);
        if (title.isBlank() || title.length() > 45) {
            throw new IllegalArgumentException("title must have 1 to 45 characters: " + title);
        }
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty() || inputs.size() > 5) {
            throw new IllegalArgumentException("inputs must be 1 to 5: " + inputs.size());
        }
    }

    /** A text to write. */
    public record Input(
            String customId,
            String label,
            boolean paragraph,
            boolean required,
            int minimum,
            int maximum,
            Optional<String> value,
            Optional<String> placeholder) {
        public Input {
            CustomIds.check(customId);
            if (minimum < 0 || minimum > maximum || maximum < 1 || maximum > 4000) {
                throw new IllegalArgumentException(
                        "minimum and maximum must be 0 to 4000, in order: " + minimum + ", " + maximum);
            }
            if (label.isBlank() || label.length() > 45) {
                throw new IllegalArgumentException("label must have 1 to 45 characters: " + label);
            }
        }
    }
}
