package dev.warren.memory.settings;

import dev.warren.runtime.commands.CompletionHandler;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Completes the names of settings, and the values of those that have a list of them. */
@ApplicationScoped
class SettingsCompletion implements CompletionHandler {
    private static final int MOST = 25;
    private static final int LONGEST = 100;

    private final Catalogue catalogue;

    SettingsCompletion(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String command() {
        return SettingsCommand.NAME;
    }

    @Override
    public Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings settings) {
        var typed = request.typed().toLowerCase(Locale.ROOT);
        var offered = request.focused().equals("setting")
                ? catalogue.all().stream().map(SettingsCompletion::choice)
                : Optional.ofNullable(request.options().get("setting")).flatMap(catalogue::find).stream()
                        .flatMap(SettingsCompletion::values)
                        .map(value -> new Choice(value, value));
        return Uni.createFrom()
                .item(offered.filter(
                                choice -> choice.name().toLowerCase(Locale.ROOT).contains(typed))
                        .limit(MOST)
                        .toList());
    }

    private static Choice choice(SettingDescription setting) {
        var name = setting.key() + ": " + setting.description();
        return new Choice(name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…", setting.key());
    }

    private static Stream<String> values(SettingDescription setting) {
        return switch (setting.type()) {
            case SWITCH -> Stream.of("on", "off");
            case CHOICE -> setting.choices().stream();
            case LANGUAGE -> ValueCheck.LANGUAGES.stream().sorted();
            case TIMEZONE ->
                ZoneId.getAvailableZoneIds().stream()
                        .filter(zone -> zone.contains("/"))
                        .sorted();
            case TEXT, INTEGER, DECIMAL, CHANNEL, ROLE, DURATION, STRUCTURE -> Stream.empty();
        };
    }
}
