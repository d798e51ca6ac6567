package dev.warren.memory.settings;

import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.AuditEvent;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.bot.SettingsEvent;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told of a new version: to the history, to everybody who follows, and to the audit log. */
final class SettingsEvents {
    static final String SOURCE = "/" + Service.MEMORY.id();

    private SettingsEvents() {}

    static List<Outgoing<?>> of(Event<?> cause, SettingsVersion version) {
        var told = new ArrayList<Outgoing<?>>(toFollowers(cause, version));
        told.add(audit(cause, version));
        return told;
    }

    /** Without the audit log. */
    static List<Outgoing<SettingsEvent>> toFollowers(Event<?> cause, SettingsVersion version) {
        var changed = new SettingsChanged(
                version.guild(),
                version.number(),
                version.effectiveFrom(),
                version.changedBy(),
                version.changed(),
                version.values());
        return List.of(
                told(cause, Topics.SETTINGS_HISTORY, "settings:" + version.number(), changed),
                told(cause, Topics.SETTINGS, "settings-now:" + version.number(), changed));
    }

    private static Outgoing<SettingsEvent> told(
            Event<?> cause, Topic<SettingsEvent> topic, String what, SettingsChanged changed) {
        return new Outgoing<>(
                topic,
                cause.causes(cause.id().derive(what), SOURCE, cause.time(), Keys.guild(changed.guild()), changed));
    }

    private static Outgoing<AuditEvent> audit(Event<?> cause, SettingsVersion version) {
        var audited = new Audited(
                version.guild(),
                Service.MEMORY.id(),
                version.changedBy(),
                "settings-changed",
                Optional.of(String.join(
                        ", ", version.changed().keySet().stream().sorted().toList())),
                Optional.empty(),
                Map.of("version", Long.toString(version.number())),
                cause.time());
        return new Outgoing<>(
                Topics.AUDIT,
                cause.causes(cause.id().derive("audited"), SOURCE, cause.time(), Keys.guild(version.guild()), audited));
    }
}
