package dev.warren.eventviewer.chains;

import dev.warren.eventviewer.records.Links;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.Snowflake;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whose way is asked for. At least one is named.
 *
 * @param message a member's message, or one of the bot's
 * @param interaction what the message answers
 * @param event the id of any event of the chain
 */
public record Asked(Optional<MessageId> message, Optional<InteractionId> interaction, Optional<EventId> event) {
    private static final Pattern LINK =
            Pattern.compile("https?://[^/]+/channels/(?:@me|\\d{1,20})/\\d{1,20}/(\\d{1,20})/?");
    private static final Pattern SNOWFLAKE = Pattern.compile("\\d{1,20}");

    public Asked {
        if (message.isEmpty() && interaction.isEmpty() && event.isEmpty()) {
            throw new IllegalArgumentException("message, interaction or event must be named: none");
        }
    }

    /** What a person typed: a link to a message, its id, or the id of an event such as {@code interaction:5678}. */
    public static Asked typed(String text) {
        var typed = text.strip();
        var link = LINK.matcher(typed);
        if (link.matches()) {
            return new Asked(Optional.of(MessageId.of(link.group(1))), Optional.empty(), Optional.empty());
        }
        return SNOWFLAKE.matcher(typed).matches()
                ? new Asked(Optional.of(MessageId.of(typed)), Optional.empty(), Optional.empty())
                : new Asked(Optional.empty(), Optional.empty(), Optional.of(EventId.of(typed)));
    }

    /** Under what the records of the chain are found at first. */
    Set<String> links() {
        var links = new LinkedHashSet<String>();
        interaction.ifPresent(id -> links.add(EventId.interaction(id).value()));
        message.ifPresent(id -> {
            links.addAll(linksOf(id));
            links.add(Links.posted(id.toString()));
        });
        event.ifPresent(id -> links.add(Links.root(id.value())));
        return links;
    }

    static Set<String> linksOf(MessageId message) {
        return Set.of(
                EventId.message(message).value(),
                EventId.fact(message).value(),
                EventId.command(message).value());
    }

    /** When it happened, as far as an id tells. */
    public Optional<Instant> around() {
        return interaction
                .<Snowflake>map(id -> id)
                .or(() -> message)
                .map(Snowflake::createdAt)
                .or(() -> event.flatMap(id -> around(id.value())));
    }

    private static Optional<Instant> around(String eventId) {
        var parts = Links.root(eventId).split(":");
        if (parts.length != 2
                || !Set.of("message", "fact", "command", "interaction").contains(parts[0])) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageId.of(parts[1]).createdAt());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
