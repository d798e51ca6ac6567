package dev.warren.runtime.settings;

import dev.warren.schemas.bot.SettingDescription;
import java.util.List;

/** Settings that this service offers to guilds. Implement it as a bean; they are announced, checked and shown by themselves. */
@FunctionalInterface
public interface OfferedSettings {
    List<SettingDescription> settings();
}
