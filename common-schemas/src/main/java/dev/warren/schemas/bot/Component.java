package dev.warren.schemas.bot;

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
            checkId(customId);
        }
    }

    /** A button that opens an address. */
    record LinkButton(String url, String label) implements Component {}

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
            checkId(customId);
            items = List.copyOf(items);
            if (items.size() > 25) {
                throw new IllegalArgumentException("items must be at most 25: " + items.size());
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

    /** How a button looks. */
    enum Style {
        PRIMARY,
        SECONDARY,
        SUCCESS,
        DANGER
    }

    private static void checkId(String customId) {
        if (customId.isBlank() || customId.length() > 100) {
            throw new IllegalArgumentException("customId must have 1 to 100 characters: " + customId);
        }
    }
}
