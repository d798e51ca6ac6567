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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of every guild at every time, from the whole history of settings: a message is judged by what held when it was written, also
 * when it is read back or replayed a year later. Versions that change no rule of leveling are not kept.
 */
@ApplicationScoped
public class RulesHistory implements FollowedTopic<SettingsEvent> {
    private final Map<GuildId, List<Since>> guilds = new ConcurrentHashMap<>();

    private final Map<GuildId, Recounted> recounts = new ConcurrentHashMap<>();

    private record Since(Instant from, XpRules rules) {}

    /** All before a moment is judged by these rules. */
    private record Recounted(Instant before, XpRules rules) {}

    /** From now on all before a moment is judged by the rules of a version. */
    public void recounted(GuildId guild, long version, Instant before) {
        recounts.put(guild, new Recounted(before, of(guild, version)));
    }

    /** The rules of a version. */
    public XpRules of(GuildId guild, long version) {
        return guilds.getOrDefault(guild, List.of()).stream()
                .map(Since::rules)
                .filter(rules -> rules.version() <= version)
                .reduce((_, last) -> last)
                .orElse(XpRules.DEFAULT);
    }

    /** What held in a guild at a time. */
    public XpRules at(GuildId guild, Instant time) {
        var recounted = recounts.get(guild);
        if (recounted != null && time.isBefore(recounted.before())) {
            return recounted.rules();
        }
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

    /** The guilds that ever changed a rule of leveling. */
    public Set<GuildId> guilds() {
        return Set.copyOf(guilds.keySet());
    }

    /** Whether any rules that hold within a minute look back. */
    boolean lookBack(GuildId guild, Minute minute) {
        var recounted = recounts.get(guild);
        if (recounted != null && minute.begin().isBefore(recounted.before())) {
            if (recounted.rules().looksBack() || minute.end().isBefore(recounted.before())) {
                return recounted.rules().looksBack();
            }
        }
        var held = guilds.get(guild);
        if (held == null) {
            return false;
        }
        for (int i = held.size() - 1; i >= 0; i--) {
            var since = held.get(i);
            if (since.from().isAfter(minute.end())) {
                continue;
            }
            if (since.rules().looksBack()) {
                return true;
            }
            if (!since.from().isAfter(minute.begin())) {
                return false;
            }
        }
        return false;
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
