package dev.warren.memory.errors;

import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The setting that names a guild's log channel. */
@ApplicationScoped
class LogChannel implements OfferedSettings {
    static final String KEY = "log-channel";

    @Override
    public List<SettingDescription> settings() {
        return List.of(new SettingDescription(
                KEY,
                "The channel in which I tell when something went wrong",
                "general",
                SettingType.CHANNEL,
                "",
                Optional.empty(),
                Optional.empty(),
                List.of()));
    }
}
