package dev.warren.leveling.experience;

import dev.warren.runtime.events.FollowedTopic;
import dev.warren.runtime.events.Received;
import dev.warren.schemas.bot.SettingsEvent;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of every guild at every time, from the whole history of settings: a message is judged by what held when it was written, also
 * when it is read back or replayed a year later. Versions that change no rule of leveling are not kept.
 */
@ApplicationScoped
class RulesHistory implements FollowedTopic<SettingsEvent> {
    private final Map<GuildId, List<Since>> guilds = new ConcurrentHashMap<>();

    private record Since(Instant from, XpRules rules) {}

    /** What held in a guild at a time. */
    XpRules at(GuildId guild, Instant time) {
        var held = guilds.get(guild);
        if (held != null) {
            for (int i = held.size() - 1; i >= 0; i--) {
                if (!held.get(i).from().isAfter(time)) {
                    return held.get(i).rules();
                }
            }
        }
        return XpRules.DEFAULT;
    }

    @Override
    public Topic<SettingsEvent> topic() {
        return Topics.SETTINGS_HISTORY;
    }

    @Override
    public void accept(Received<SettingsEvent> received) {
        switch (received.event().payload()) {
            case SettingsChanged changed ->
                guilds.merge(
                        changed.guild(),
                        List.of(new Since(changed.effectiveFrom(), LevelingSettings.rules(changed))),
                        RulesHistory::append);
            case SettingsEvent.Unknown _ -> {}
        }
    }

    /** Versions of a guild come in order; a version that comes again is known already. */
    private static List<Since> append(List<Since> held, List<Since> next) {
        var last = held.getLast().rules();
        var rules = next.getFirst().rules();
        if (rules.version() <= last.version() || rules.givesAs(last)) {
            return held;
        }
        var all = new ArrayList<>(held);
        all.addAll(next);
        return List.copyOf(all);
    }
}
