package dev.warren.embed;

import dev.warren.runtime.settings.GuildSettings;
import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The settings of links, as guilds see them. */
@ApplicationScoped
public class EmbedSettings implements OfferedSettings {
    /** What guilds turn off when they want no links shown. */
    public static final String MODULE = "embed";

    private static final String NATIVE = "embed.native";
    private static final String YIELD = "yield";
    private static final String REPLACE = "replace";

    @Override
    public List<SettingDescription> settings() {
        return List.of(new SettingDescription(
                NATIVE,
                "Where Discord shows a link itself: yield shows nothing more, replace hides Discord's and shows the bot's",
                MODULE,
                SettingType.CHOICE,
                YIELD,
                Optional.empty(),
                Optional.empty(),
                List.of(YIELD, REPLACE)));
    }

    /** Whether what Discord itself shows of links is hidden, and shown by the bot instead. */
    public static boolean replaces(GuildSettings settings) {
        return settings.text(NATIVE).filter(REPLACE::equals).isPresent();
    }
}
