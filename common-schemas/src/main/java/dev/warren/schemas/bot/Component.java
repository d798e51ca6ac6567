package dev.warren.schemas.bot;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/**
 * Something in a message that a member can use. A custom id is {@code service:handler:arguments}, at most 100 characters: the service
 * that gave it gets the use.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "component")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Component.Button.class, name = "button"),
    @JsonSubTypes.Type(value = Component.LinkButton.class, name = "link"),
    @JsonSubTypes.Type(value = Component.Select.class, name = "select")
})
public sealed interface Component {
    /** A row: up to five buttons, or one select. */
    record Row(List<Component> components) {
        public Row {
            components = List.copyOf(components);
            if (components.size() > 1 && components.stream().anyMatch(Select.class::isInstance)) {
                throw new IllegalArgumentException("a select must stand alone in its row: " + components.size());
            }
            if (components.isEmpty() || components.size() > 5) {
                throw new IllegalArgumentException("components must be 1 to 5: " + components.size());
            }
        }

        public static Row of(Component... components) {
            return new Row(List.of(components));
        }
    }

    /**
     * A button.
     *
     * @param answer how its use is answered, so that the gateway can defer rightly
     */
    record Button(
            String customId, String label, Style style, Optional<String> emoji, boolean disabled, AnswerKind answer)
            implements Component {
        public Button {
            CustomIds.check(customId);
            if (label.length() > 80 || (label.isEmpty() && emoji.isEmpty())) {
                throw new IllegalArgumentException(
                        "label must have 1 to 80 characters, or none beside an emoji: " + label);
            }
        }
    }

    /** A button that opens an address. */
    record LinkButton(String url, String label) implements Component {
        public LinkButton {
            if (label.isBlank() || label.length() > 80) {
                throw new IllegalArgumentException("label must have 1 to 80 characters: " + label);
            }
        }
    }

    /**
     * A list to choose from.
     *
     * @param kind what is chosen from; {@code options} only for {@link SelectKind#TEXT}
     */
    record Select(
            String customId,
            SelectKind kind,
            String placeholder,
            int minimum,
            int maximum,
            List<Item> items,
            AnswerKind answer)
            implements Component {
        public Select {
            CustomIds.check(customId);
            items = List.copyOf(items);
            if (items.size() > 25) {
                throw new IllegalArgumentException("items must be at most 25: " + items.size());
            }
            if ((kind == SelectKind.TEXT) == items.isEmpty()) {
                throw new IllegalArgumentException(
                        "items must be given for TEXT and for nothing else: " + items.size() + " for " + kind);
            }
            if (minimum < 0 || minimum > maximum || maximum < 1 || maximum > 25) {
                throw new IllegalArgumentException(
                        "minimum and maximum must be 0 to 25, in order: " + minimum + ", " + maximum);
            }
        }
    }

    /** An item of a text select. */
    record Item(String label, String value, Optional<String> description, boolean chosen) {}

    /** What a select offers. */
    enum SelectKind {
        TEXT,
        USER,
        ROLE,
        MENTIONABLE,
        CHANNEL
    }

    /** How a button looks. A style that a reader does not know yet is shown as a plain one. */
    enum Style {
        PRIMARY,
        @JsonEnumDefaultValue
        SECONDARY,
        SUCCESS,
        DANGER
    }
}
