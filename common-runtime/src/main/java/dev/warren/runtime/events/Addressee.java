package dev.warren.runtime.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.event.Headers;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The one service that what a member asked is for. It stands in a header, so that the others need not read the payload to pass over it. */
public final class Addressee {
    private static final char SEPARATOR = ':';

    private Addressee() {}

    /** The id of the service; none for what is for everybody, or for nobody known. */
    public static Optional<String> of(Object payload) {
        return payload instanceof InteractionEvent asked
                ? switch (asked) {
                    case InteractionEvent.CommandInvoked invoked -> Optional.of(invoked.service());
                    case InteractionEvent.AutocompleteRequested requested -> Optional.of(requested.service());
                    case InteractionEvent.ComponentUsed used -> ofCustomId(used.customId());
                    case InteractionEvent.ModalSubmitted submitted -> ofCustomId(submitted.customId());
                    case InteractionEvent.Unknown _ -> Optional.empty();
                }
                : Optional.empty();
    }

    /** What the record's header says; none for a record without it. */
    public static Optional<String> of(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader(Headers.SERVICE);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }

    private static Optional<String> ofCustomId(String customId) {
        var end = customId.indexOf(SEPARATOR);
        return end < 0 ? Optional.empty() : Optional.of(customId.substring(0, end));
    }
}
