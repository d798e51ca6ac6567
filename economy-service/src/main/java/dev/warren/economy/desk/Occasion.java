package dev.warren.economy.desk;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.economy.EconomyEvent;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import java.time.Instant;

/**
 * That by which something is decided in a guild: a command, a button, or a time that has come.
 *
 * @param time of what is decided, the same however often it is delivered
 */
public record Occasion(GuildId guild, Event<?> cause, Instant time) {
    /** Of a command that is announced for guilds alone. */
    public static Occasion of(Call<?> call) {
        return new Occasion(Desk.guild(call), call.received().event(), call.time());
    }

    public EventId id() {
        return cause.id();
    }

    /** An event that it causes, with an id derived from its own. */
    public <P> Outgoing<P> causes(Topic<P> topic, String what, String key, P payload) {
        return new Outgoing<>(topic, cause.causes(id().derive(what), "/" + Service.ECONOMY.id(), time, key, payload));
    }

    /** A decision of the economy. */
    public Outgoing<EconomyEvent> causes(String what, String key, EconomyEvent payload) {
        return causes(Topics.ECONOMY_EVENTS, what, key, payload);
    }

    /** A decision that concerns the guild as a whole. */
    public Outgoing<EconomyEvent> causes(String what, EconomyEvent payload) {
        return causes(what, Keys.guild(guild), payload);
    }
}
