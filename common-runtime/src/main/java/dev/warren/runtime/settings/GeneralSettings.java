package dev.warren.runtime.settings;

import java.util.Map;

/** The settings that every service follows; the memory service announces them. */
public final class GeneralSettings {
    /** What begins a prefix command. */
    public static final String PREFIX = "prefix";
    /** IANA zone of the guild. */
    public static final String TIMEZONE = "timezone";
    /** BCP 47 tag of the bot's language in the guild. */
    public static final String LANGUAGE = "language";
    /** Before a module's name: whether it is on. */
    public static final String MODULE = "module.";

    /** Their defaults. */
    public static final Map<String, String> FALLBACKS = Map.of(PREFIX, "!", TIMEZONE, "UTC", LANGUAGE, "en");

    private GeneralSettings() {}
}
