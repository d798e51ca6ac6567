package dev.warren.leveling.card;

import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The look of cards, as guilds set it. */
@ApplicationScoped
public class CardSettings implements OfferedSettings {
    private static final String THEME = "leveling.card-theme";

    @Override
    public List<SettingDescription> settings() {
        return List.of(new SettingDescription(
                THEME,
                "The look of rank cards, for members who chose none",
                LevelingSettings.MODULE,
                SettingType.CHOICE,
                Theme.MIDNIGHT.word(),
                Optional.empty(),
                Optional.empty(),
                Theme.words()));
    }

    /** The theme of a guild. */
    public static Theme theme(GuildSettings settings) {
        return settings.text(THEME).flatMap(Theme::of).orElse(Theme.MIDNIGHT);
    }
}
