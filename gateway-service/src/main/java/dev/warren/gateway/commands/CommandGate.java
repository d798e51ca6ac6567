package dev.warren.gateway.commands;

import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.CommandDescription.Subcommand;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.GuildId;
import java.util.Map;
import java.util.Optional;

/** Who may call a command where, by what was announced. */
final class CommandGate {
    static final String MODULE_OFF = "module-off";

    private CommandGate() {}

    /**
     * Why it may not be called; none when it may.
     *
     * @param shown how the command is called there: {@code !rank} or {@code /rank}
     * @param bot what the bot may do in the channel, where it is known
     */
    static Optional<Verdict.Refuse> refuse(
            KnownCommand command,
            Optional<Subcommand> subcommand,
            String shown,
            Optional<GuildId> guild,
            Member member,
            Optional<Permissions> bot,
            GuildSettings settings) {
        var description = command.description();
        if (guild.isEmpty()) {
            return description.guildOnly()
                    ? refusal("guild-only", command, "`" + shown + "` works in servers only.")
                    : Optional.empty();
        }
        if (!settings.moduleOn(description.module())) {
            return refusal(
                    MODULE_OFF,
                    command,
                    "`" + shown + "` belongs to the module `" + description.module()
                            + "`, which is off in this server. Whoever may manage the server can turn it on with"
                            + " `/settings set`.");
        }
        var needed = new Permissions(description.permissions().bits()
                | subcommand
                        .map(Subcommand::permissions)
                        .orElse(Permissions.NONE)
                        .bits());
        var missing = member.permissions().orElse(Permissions.NONE).missing(needed);
        if (!missing.equals(Permissions.NONE)) {
            return refusal(
                    "missing-permission",
                    command,
                    "For `" + shown + "` you need this permission: **" + PermissionNames.of(missing) + "**.");
        }
        var botMissing =
                bot.map(has -> has.missing(description.botPermissions())).orElse(Permissions.NONE);
        if (!botMissing.equals(Permissions.NONE)) {
            return refusal(
                    "bot-missing-permission",
                    command,
                    "For `" + shown + "` I need this permission in this channel: **" + PermissionNames.of(botMissing)
                            + "**.");
        }
        return Optional.empty();
    }

    private static Optional<Verdict.Refuse> refusal(String reason, KnownCommand command, String text) {
        return Optional.of(new Verdict.Refuse(reason, text, Map.of("command", command.name())));
    }
}
