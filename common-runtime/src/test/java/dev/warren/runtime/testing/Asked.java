package dev.warren.runtime.testing;

import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.InteractionEvent.ModalSubmitted;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What members ask, as the gateway would publish it; each with an id of its own. */
public final class Asked {
    public static final GuildId GUILD = new GuildId(7);
    public static final ChannelId CHANNEL = new ChannelId(70);
    public static final Member ADA =
            new Member(new UserId(700), "ada", "Ada", false, Optional.empty(), List.of(), Optional.empty());

    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() << 20);

    private final String service;
    private final Instant at;

    private Asked(String service, Instant at) {
        this.service = service;
        this.at = at;
    }

    /** Of this service, at this time. */
    public static Asked of(Service service, Instant at) {
        return new Asked(service.id(), at);
    }

    /** A slash command. */
    public Event<InteractionEvent> slash(String command, Map<String, OptionValue> options) {
        return interaction(origin -> new CommandInvoked(
                origin, service, command, Optional.empty(), Via.SLASH, options, Optional.empty(), at, false));
    }

    /** A prefix command. */
    public Event<InteractionEvent> prefix(String command, Map<String, OptionValue> options) {
        var message = new MessageId(IDS.incrementAndGet());
        var origin =
                new Origin(Optional.empty(), Optional.of(message), Optional.of(GUILD), CHANNEL, ADA, Optional.empty());
        return event(
                EventId.command(message),
                new CommandInvoked(
                        origin, service, command, Optional.empty(), Via.PREFIX, options, Optional.empty(), at, false));
    }

    /** A button or select. */
    public Event<InteractionEvent> component(String customId, String... values) {
        return interaction(origin -> new ComponentUsed(origin, customId, List.of(values), at));
    }

    /** A form. */
    public Event<InteractionEvent> modal(String customId, Map<String, String> fields) {
        return interaction(origin -> new ModalSubmitted(origin, customId, fields, at));
    }

    /** A completion. */
    public Event<InteractionEvent> completion(String command, String focused, String typed) {
        return interaction(origin ->
                new AutocompleteRequested(origin, service, command, Optional.empty(), focused, typed, Map.of(), at));
    }

    private Event<InteractionEvent> interaction(java.util.function.Function<Origin, InteractionEvent> payload) {
        var id = new InteractionId(IDS.incrementAndGet());
        return event(
                EventId.interaction(id),
                payload.apply(new Origin(
                        Optional.of(id), Optional.empty(), Optional.of(GUILD), CHANNEL, ADA, Optional.empty())));
    }

    private Event<InteractionEvent> event(EventId id, InteractionEvent payload) {
        return Event.first(id, "/gateway/0", at, Keys.member(Optional.of(GUILD), ADA.id()), payload);
    }
}
