package dev.warren.gateway.commands;

import dev.warren.runtime.settings.GuildSettings;
import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The overrides of a guild as its settings hold them; what was read once is remembered by its text. */
@ApplicationScoped
public class GuildOverrides implements OfferedSettings {
    private static final Logger LOG = Logger.getLogger(GuildOverrides.class);
    private static final int REMEMBERED = 256;

    private final Map<String, CommandOverrides> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CommandOverrides> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What can't be read counts as nothing changed, and is told in the log. */
    public CommandOverrides of(GuildSettings settings) {
        return settings.text(CommandOverrides.KEY).map(this::read).orElse(CommandOverrides.NONE);
    }

    private synchronized CommandOverrides read(String json) {
        return read.computeIfAbsent(json, text -> {
            try {
                return CommandOverrides.parse(text);
            } catch (IllegalArgumentException e) {
                LOG.errorf(e, "setting not understood key=%s", CommandOverrides.KEY);
                return CommandOverrides.NONE;
            }
        });
    }

    @Override
    public List<SettingDescription> settings() {
        return List.of(new SettingDescription(
                CommandOverrides.KEY,
                "Who may use which command where; changed by /permissions",
                "general",
                SettingType.STRUCTURE,
                "",
                Optional.empty(),
                Optional.empty(),
                List.of()));
    }
}
