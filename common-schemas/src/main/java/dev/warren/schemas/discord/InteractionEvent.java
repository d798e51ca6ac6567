package dev.warren.schemas.discord;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What members ask of the bot, checked by what was announced: topic {@code discord.interactions}. */
public sealed interface InteractionEvent {
    /** Where it was asked. */
    Origin origin();

    /**
     * A command, the same for slash, prefix and mention.
     *
     * @param service who announced it
     * @param command its name, or that of which it is an alias
     * @param subcommand {@code group sub} or {@code sub}; none for a command without
     * @param via how it was written
     * @param options checked and converted, by option name
     * @param targetMessage for a command of a message's context menu
     * @param backfilled read back after a gap
     */
    @WireType("dev.warren.discord.command-invoked.v1")
    record CommandInvoked(
            Origin origin,
            String service,
            String command,
            Optional<String> subcommand,
            Via via,
            Map<String, OptionValue> options,
            Optional<MessageId> targetMessage,
            Instant invokedAt,
            boolean backfilled)
            implements InteractionEvent {
        public CommandInvoked {
            options = Map.copyOf(options);
        }
    }

    /** How a command was written. */
    enum Via {
        SLASH,
        PREFIX,
        MENTION,
        CONTEXT_MENU
    }

    /**
     * A button was pressed or a select changed.
     *
     * @param customId as the service gave it: {@code service:handler:arguments}
     * @param values of a select; none for a button
     */
    @WireType("dev.warren.discord.component-used.v1")
    record ComponentUsed(Origin origin, String customId, List<String> values, Instant usedAt)
            implements InteractionEvent {
        public ComponentUsed {
            values = List.copyOf(values);
        }
    }

    /**
     * A modal was sent.
     *
     * @param fields the texts by the custom ids of their inputs
     */
    @WireType("dev.warren.discord.modal-submitted.v1")
    record ModalSubmitted(Origin origin, String customId, Map<String, String> fields, Instant submittedAt)
            implements InteractionEvent {
        public ModalSubmitted {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * Completion is wanted for the focused option.
     *
     * @param options what was filled in so far, unchecked
     * @param typed what stands in the focused option now
     */
    @WireType("dev.warren.discord.autocomplete-requested.v1")
    record AutocompleteRequested(
            Origin origin,
            String service,
            String command,
            Optional<String> subcommand,
            String focused,
            String typed,
            Map<String, String> options,
            Instant requestedAt)
            implements InteractionEvent {
        public AutocompleteRequested {
            options = Map.copyOf(options);
        }
    }

    /** A type of the future. */
    record Unknown(String type) implements InteractionEvent, UnknownType {
        @Override
        public Origin origin() {
            throw new UnsupportedOperationException("an unknown interaction has no known origin: " + type);
        }
    }
}
