package dev.warren.leveling;

import dev.warren.runtime.testing.Asked;
import dev.warren.runtime.testing.Broker;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.discord.GuildEvent.RoleKnown;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A guild that no other test has, and what happens there. */
record Guild(GuildId id, Broker broker) {
    private static final AtomicLong GUILDS = new AtomicLong(40_000);
    private static final AtomicLong IDS = new AtomicLong((System.currentTimeMillis() << 20) + 3);

    static Guild anew(Broker broker) {
        return new Guild(new GuildId(GUILDS.incrementAndGet()), broker);
    }

    void tell(List<MessageFact> facts) {
        broker.sendAll(facts.stream()
                .map(fact -> broker.encode(Topics.FACTS, Facts.event(fact)))
                .toList());
    }

    /** Both the newest settings and their history. */
    void settings(long version, Instant from, Map<String, String> values) {
        var changed = new SettingsChanged(id, version, from, Asked.ADA.id(), Map.of(), values);
        var event = Event.first(EventId.of("settings:" + id + "/" + version), "/memory", from, id.toString(), changed);
        broker.send(Topics.SETTINGS_HISTORY, event);
        broker.send(Topics.SETTINGS, event);
    }

    void role(RoleId role) {
        broker.send(
                Topics.GUILDS,
                Event.first(
                        EventId.of("role:" + role + "/" + IDS.incrementAndGet()),
                        "/gateway/0",
                        Instant.now(),
                        Keys.knownRole(role),
                        new RoleKnown(id, role, "Regular", 1, 0, Permissions.NONE, false, false)));
    }

    /** Ada runs a subcommand. */
    Event<InteractionEvent> run(String command, String subcommand, Map<String, OptionValue> options) {
        var interaction = new InteractionId(IDS.incrementAndGet());
        var at = Instant.now();
        var invoked = new CommandInvoked(
                origin(interaction),
                "leveling",
                command,
                Optional.of(subcommand),
                Via.SLASH,
                options,
                Optional.empty(),
                at,
                false);
        return ask(interaction, at, invoked);
    }

    /** Ada presses a button. */
    Event<InteractionEvent> press(String customId) {
        var interaction = new InteractionId(IDS.incrementAndGet());
        var at = Instant.now();
        return ask(interaction, at, new ComponentUsed(origin(interaction), customId, List.of(), at));
    }

    private Origin origin(InteractionId interaction) {
        return new Origin(
                Optional.of(interaction),
                Optional.empty(),
                Optional.of(id),
                new ChannelId(70),
                Asked.ADA,
                Optional.empty());
    }

    private Event<InteractionEvent> ask(InteractionId interaction, Instant at, InteractionEvent payload) {
        Event<InteractionEvent> event = Event.first(
                EventId.interaction(interaction),
                "/gateway/0",
                at,
                Keys.member(Optional.of(id), Asked.ADA.id()),
                payload);
        broker.send(Topics.INTERACTIONS, event);
        return event;
    }
}
