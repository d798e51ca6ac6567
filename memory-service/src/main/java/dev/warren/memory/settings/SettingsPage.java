package dev.warren.memory.settings;

import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.SettingDescription;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Settings as a person reads them. */
@ApplicationScoped
class SettingsPage {
    private static final int COLOR = 0x5865F2;
    private static final int MOST_FIELDS = 25;
    private static final int FIELD = 1_024;
    private static final int DESCRIPTION = 4_000;
    private static final int SHOWN_VALUE = 60;

    private final Catalogue catalogue;

    SettingsPage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All settings, a field for each module. */
    Embed all(Map<String, String> values) {
        var modules = catalogue.all().stream()
                .collect(Collectors.groupingBy(SettingDescription::module, TreeMap::new, Collectors.toList()));
        var fields = new ArrayList<Embed.Field>();
        modules.forEach((module, settings) -> {
            if (fields.size() < MOST_FIELDS) {
                fields.add(new Embed.Field(module, lines(settings, values), false));
            }
        });
        return Embed.of(
                        "Settings",
                        "A value in bold was changed here. `/settings show setting:…` tells more about one.")
                .withColor(COLOR)
                .withFields(fields);
    }

    /** One setting in full; none when there is no such. */
    Optional<Embed> one(String key, Map<String, String> values) {
        return catalogue.find(key).map(setting -> {
            var fields = new ArrayList<Embed.Field>();
            fields.add(new Embed.Field("Now", shown(setting, values), true));
            fields.add(new Embed.Field("Default", code(setting.fallback()), true));
            allowed(setting).ifPresent(text -> fields.add(new Embed.Field("Allowed", text, false)));
            return Embed.of(setting.key(), setting.description())
                    .withColor(COLOR)
                    .withFields(fields);
        });
    }

    /** Who changed what and when, newest first. */
    Embed history(List<SettingsVersion> versions) {
        var text = new StringBuilder();
        for (var version : versions) {
            var entry = "**" + version.number() + "** <t:"
                    + version.effectiveFrom().getEpochSecond() + ":f> <@"
                    + version.changedBy() + ">\n"
                    + version.changed().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(change -> "`" + change.getKey() + "` " + valueOf(change.getKey(), change.getValue())
                                    + " → "
                                    + valueOf(
                                            change.getKey(),
                                            Optional.ofNullable(version.values().get(change.getKey()))))
                            .collect(Collectors.joining("\n"))
                    + "\n";
            if (text.length() + entry.length() > DESCRIPTION) {
                break;
            }
            text.append(entry);
        }
        return Embed.of("Changes of the settings", text.toString())
                .withColor(COLOR)
                .withFooter("/settings undo takes the newest one back.");
    }

    /** A value, or the default where none is set. */
    private String valueOf(String key, Optional<String> value) {
        return value.map(SettingsPage::code)
                .orElseGet(() -> catalogue
                        .find(key)
                        .map(setting -> code(setting.fallback()) + " (default)")
                        .orElse("the default"));
    }

    /** What is said after a change. */
    String changed(SettingsVersion version) {
        var lines = version.changed().keySet().stream()
                .sorted()
                .map(key -> "`" + key + "` is now "
                        + catalogue
                                .find(key)
                                .map(setting -> shown(setting, version.values()))
                                .orElse("changed"))
                .collect(Collectors.joining("\n"));
        return lines + "\nIt holds from <t:" + version.effectiveFrom().getEpochSecond() + ":T>.";
    }

    private static String lines(List<SettingDescription> settings, Map<String, String> values) {
        var text = new StringBuilder();
        for (var setting : settings) {
            var line = "`" + setting.key() + "` " + shown(setting, values) + "\n";
            if (text.length() + line.length() > FIELD - 2) {
                return text.append("…").toString();
            }
            text.append(line);
        }
        return text.toString();
    }

    private static String shown(SettingDescription setting, Map<String, String> values) {
        var value = values.get(setting.key());
        return value == null ? code(setting.fallback()) + " (default)" : "**" + code(value) + "**";
    }

    private static String code(String value) {
        var cut = value.length() <= SHOWN_VALUE ? value : value.substring(0, SHOWN_VALUE) + "…";
        return cut.isEmpty() ? "none" : "`" + cut.replace('`', '\'') + "`";
    }

    private static Optional<String> allowed(SettingDescription setting) {
        return switch (setting.type()) {
            case SWITCH -> Optional.of("`on` or `off`");
            case CHOICE ->
                Optional.of(setting.choices().stream().map(SettingsPage::code).collect(Collectors.joining(", ")));
            case TIMEZONE -> Optional.of("A timezone such as `Europe/Berlin`");
            case LANGUAGE -> Optional.of("`en`, `de` or `es`");
            case DURATION -> Optional.of("A time span such as `10m` or `1h30m`");
            case CHANNEL -> Optional.of("A channel");
            case ROLE -> Optional.of("A role");
            case TEXT -> bounds(setting, " characters");
            case INTEGER, DECIMAL -> bounds(setting, "");
            case STRUCTURE -> Optional.of("Set by commands of its own");
        };
    }

    private static Optional<String> bounds(SettingDescription setting, String unit) {
        if (setting.minimum().isEmpty() && setting.maximum().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(setting.minimum().map(least -> "From " + least).orElse("")
                + setting.maximum().map(most -> " up to " + most).orElse("")
                + unit);
    }
}
