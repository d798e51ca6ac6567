package dev.warren.leveling.experience;

/** Why a message earns nothing, whatever its minute. */
public enum Exclusion {
    DIRECT_MESSAGE("excluded-direct-message"),
    WEBHOOK("excluded-webhook"),
    BOT("excluded-bot"),
    SYSTEM_MESSAGE("excluded-system-message"),
    /** A prefix command: the slash command earns nothing either, and commands are not conversation. */
    COMMAND("excluded-command"),
    MODULE_OFF("excluded-module-off"),
    ROLE("excluded-role"),
    CHANNEL("excluded-channel"),
    TOO_SHORT("too-short"),
    TOO_SIMILAR("too-similar"),
    TOO_FAST("too-fast");

    private final String reason;

    Exclusion(String reason) {
        this.reason = reason;
    }

    /** For the decision record. */
    String reason() {
        return reason;
    }
}
