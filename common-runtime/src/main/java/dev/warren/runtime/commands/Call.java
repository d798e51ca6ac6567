package dev.warren.runtime.commands;

import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topic;
import java.time.Instant;
import java.util.Optional;

/**
 * A command, component or modal as a handler gets it.
 *
 * @param settings of the guild as they held when it was asked
 * @param now when it is handled; for what it decides, prefer {@link #time()}, which a redelivery shares
 * @param source how this service signs its events
 * @param <P> what was used
 */
public record Call<P extends InteractionEvent>(
        Received<P> received, GuildSettings settings, Instant now, String source) {
    public P payload() {
        return received.event().payload();
    }

    /** The event's id: the cause of all that follows. */
    public EventId id() {
        return received.event().id();
    }

    /** When it was asked. */
    public Instant time() {
        return received.event().time();
    }

    public Origin origin() {
        return payload().origin();
    }

    public Member member() {
        return origin().member();
    }

    public Optional<GuildId> guild() {
        return origin().guild();
    }

    /** An argument of a command; none where it was left out, and for whatever is no command. */
    public Optional<OptionValue> option(String name) {
        return payload() instanceof CommandInvoked invoked
                ? Optional.ofNullable(invoked.options().get(name))
                : Optional.empty();
    }

    /**
     * An argument that was announced as required, so that the gateway has seen to it.
     *
     * @throws IllegalStateException when it is not there all the same
     */
    public OptionValue required(String name) {
        return option(name).orElseThrow(() -> new IllegalStateException("a required option must be there: " + name));
    }

    /** An event that this call causes, with an id derived from it. */
    public <Q> Outgoing<Q> causes(Topic<Q> topic, String what, String key, Q payload) {
        return new Outgoing<>(topic, received.event().causes(id().derive(what), source, time(), key, payload));
    }
}
