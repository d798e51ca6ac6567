package dev.warren.memory.settings;

import dev.warren.memory.MemoryConfig;
import dev.warren.memory.settings.ChangeOutcome.AlreadySo;
import dev.warren.memory.settings.ChangeOutcome.Changed;
import dev.warren.memory.settings.ChangeOutcome.Refused;
import dev.warren.memory.settings.CheckedValue.Fine;
import dev.warren.memory.settings.CheckedValue.Wrong;
import dev.warren.runtime.texts.Similar;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** Changes settings: all that is wished, or nothing. */
@ApplicationScoped
class Settings {
    private final Catalogue catalogue;
    private final SettingsVersions versions;
    private final MemoryConfig config;

    Settings(Catalogue catalogue, SettingsVersions versions, MemoryConfig config) {
        this.catalogue = catalogue;
        this.versions = versions;
        this.config = config;
    }

    /**
     * Changes settings of a guild.
     *
     * @param wishes new values as typed, by key; an empty one resets to the default
     * @param byService whether a service asks, which alone may set structures
     * @param now from which the time counts when the change holds
     */
    Uni<ChangeOutcome> change(
            Mutiny.StatelessSession tx,
            GuildId guild,
            Map<String, Optional<String>> wishes,
            UserId by,
            boolean byService,
            Instant now) {
        var wrong = new ArrayList<String>();
        var changes = new TreeMap<String, Optional<String>>();
        wishes.forEach((key, wish) -> {
            var setting = catalogue.find(key);
            if (setting.isEmpty()) {
                wrong.add(unknown(key));
            } else if (setting.get().type() == SettingType.STRUCTURE && !byService && wish.isPresent()) {
                wrong.add("`" + key + "` is set by commands of its own, not by hand.");
            } else {
                wish.map(typed -> ValueCheck.check(setting.get(), typed))
                        .ifPresentOrElse(
                                checked -> note(checked, setting.get(), changes, wrong),
                                () -> changes.put(key, Optional.empty()));
            }
        });
        return wrong.isEmpty()
                ? append(tx, guild, changes, by, now)
                : Uni.createFrom().item(new Refused(wrong));
    }

    private static void note(
            CheckedValue checked,
            SettingDescription setting,
            Map<String, Optional<String>> changes,
            List<String> wrong) {
        switch (checked) {
            // a value that is the default is none, so that it follows when the default changes
            case Fine(var value) ->
                changes.put(setting.key(), Optional.of(value).filter(it -> !it.equals(setting.fallback())));
            case Wrong(var why) -> wrong.add(why);
        }
    }

    private Uni<ChangeOutcome> append(
            Mutiny.StatelessSession tx, GuildId guild, Map<String, Optional<String>> changes, UserId by, Instant now) {
        var from = now.plus(config.settings().effectiveAfter());
        return versions.newest(tx, guild)
                .map(newest -> SettingsVersion.next(newest, guild, changes, by, from))
                .chain(next -> next.isEmpty()
                        ? Uni.createFrom().item(new AlreadySo())
                        : versions.append(tx, next.get()).replaceWith(new Changed(next.get())));
    }

    /** Takes the newest change back, all of it; taken back again, it is made again. */
    Uni<ChangeOutcome> undo(Mutiny.StatelessSession tx, GuildId guild, UserId by, Instant now) {
        return versions.newest(tx, guild)
                .chain(newest -> newest.isEmpty()
                        ? Uni.createFrom().item(new AlreadySo())
                        : change(tx, guild, newest.get().changed(), by, true, now));
    }

    /** The newest versions, newest first; those that changed one setting, if one is named. */
    Uni<List<SettingsVersion>> history(Mutiny.StatelessSession tx, GuildId guild, Optional<String> key) {
        return versions.latest(tx, guild, config.settings().historySearched())
                .map(found -> found.stream()
                        .filter(version -> key.isEmpty() || version.changed().containsKey(key.get()))
                        .limit(config.settings().historyShown())
                        .toList());
    }

    /** What holds, or is about to, by key. */
    Uni<Map<String, String>> values(Mutiny.StatelessSession tx, GuildId guild) {
        return versions.newest(tx, guild)
                .map(newest -> newest.map(SettingsVersion::values).orElse(Map.of()));
    }

    /** A sentence about a key that no service announced, with the nearest that one did. */
    String unknown(String key) {
        var shown = key.length() <= 64 ? key : key.substring(0, 64) + "…";
        var keys = catalogue.all().stream().map(SettingDescription::key).toList();
        return "There is no setting `" + shown.replace('`', '\'') + "`."
                + Similar.nearest(key, keys)
                        .map(near -> " Did you mean `" + near + "`?")
                        .orElse("");
    }
}
