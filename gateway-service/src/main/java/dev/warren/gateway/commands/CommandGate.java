package dev.warren.gateway.commands;

import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.operations.Operations;
import dev.warren.gateway.operations.ServedGuilds;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.CommandDescription.Subcommand;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may call a command where: by what was announced, by what the guild has changed of it, and by what holds for all guilds. */
@ApplicationScoped
public class CommandGate {
    static final String MODULE_OFF = "module-off";
    /** The command of those who run the bot: a pause does not lock them out. */
    private static final String OWNER = "owner";

    private final GuildOverrides overrides;
    private final GuildDirectory guilds;
    private final Operations operations;
    private final ServedGuilds served;

    CommandGate(GuildOverrides overrides, GuildDirectory guilds, Operations operations, ServedGuilds served) {
        this.overrides = overrides;
        this.guilds = guilds;
        this.operations = operations;
        this.served = served;
    }

    /**
     * Somebody who wants to call something.
     *
     * @param shown how the command is called there: {@code !rank} or {@code /rank}
     * @param member with their permissions in the channel
     * @param bot what the bot may do in the channel, where it is known
     */
    record Caller(
            KnownCommand command,
            Optional<Subcommand> subcommand,
            String shown,
            Optional<GuildId> guild,
            ChannelId channel,
            Member member,
            Optional<Permissions> bot) {}

    /** Why nothing can be called there at the moment, whoever calls; none when it can. */
    Optional<Verdict.Refuse> closed(KnownCommand command, Optional<GuildId> guild) {
        if (command.name().equals(OWNER)) {
            return Optional.empty();
        }
        if (!served.serves(guild)) {
            return refusal(
                    "guild-not-served",
                    command,
                    "I am only being tried out in some servers, and this is none of them.");
        }
        return operations
                .pause(guild)
                .flatMap(pause -> refusal(
                        "posting-paused",
                        command,
                        "I am paused " + (pause.guild().isPresent() ? "in this server" : "everywhere")
                                + " at the moment. Please try again later."));
    }

    /** Why it may not be called; none when it may. */
    Optional<Verdict.Refuse> refuse(Caller caller, GuildSettings settings) {
        var command = caller.command();
        var description = command.description();
        if (caller.guild().isEmpty()) {
            return description.guildOnly()
                    ? refusal("guild-only", command, "`" + caller.shown() + "` works in servers only.")
                    : Optional.empty();
        }
        if (!settings.moduleOn(description.module())) {
            return refusal(
                    MODULE_OFF,
                    command,
                    "`" + caller.shown() + "` belongs to the module `" + description.module()
                            + "`, which is off in this server. Whoever may manage the server can turn it on with"
                            + " `/settings set`.");
        }
        return refuseMember(caller, caller.guild().get(), overrides.of(settings))
                .or(() -> refuseBot(caller));
    }

    private Optional<Verdict.Refuse> refuseMember(Caller caller, GuildId guild, CommandOverrides changed) {
        var has = caller.member().permissions().orElse(Permissions.NONE);
        if (has.allows(Permissions.of(Permission.ADMINISTRATOR))) {
            return Optional.empty();
        }
        var command = caller.command();
        var path = caller.subcommand().map(Subcommand::path);
        if (!changed.worksIn(command.name(), path, guilds.places(guild, caller.channel()))) {
            return refusal("channel-denied", command, notHere(caller, changed));
        }
        var announced = command.description().permissions();
        var beyond = caller.subcommand().map(Subcommand::permissions).orElse(Permissions.NONE);
        var needed = switch (changed.member(
                command.name(), path, guild, caller.member().roles())) {
            case DENIED -> Optional.<Permissions>empty();
            case SUBCOMMAND_ALLOWED -> Optional.of(Permissions.NONE);
            case COMMAND_ALLOWED -> Optional.of(beyond);
            case SILENT -> Optional.of(new Permissions(announced.bits() | beyond.bits()));
        };
        if (needed.isEmpty()) {
            return refusal(
                    "role-denied",
                    command,
                    "Your roles may not use `" + caller.shown() + "` in this server. Whoever may manage the server"
                            + " decides that with `/permissions`.");
        }
        var missing = has.missing(needed.get());
        return missing.equals(Permissions.NONE)
                ? Optional.empty()
                : refusal(
                        "missing-permission",
                        command,
                        "You need **" + PermissionNames.of(missing) + "** for `" + caller.shown() + "`.");
    }

    /** Whether the command shows up in a member's help. */
    public boolean shows(KnownCommand command, GuildId guild, Member member, GuildSettings settings) {
        var has = member.permissions().orElse(Permissions.NONE);
        return settings.moduleOn(command.description().module())
                && switch (overrides.of(settings).member(command.name(), Optional.empty(), guild, member.roles())) {
                    case DENIED -> has.allows(Permissions.of(Permission.ADMINISTRATOR));
                    case COMMAND_ALLOWED, SUBCOMMAND_ALLOWED -> true;
                    case SILENT -> has.allows(command.description().permissions());
                };
    }

    private static String notHere(Caller caller, CommandOverrides changed) {
        var only = changed.onlyIn(caller.command().name());
        var where = only.isEmpty()
                ? ""
                : " It works in "
                        + only.stream().limit(5).map(id -> "<#" + id + ">").collect(Collectors.joining(", "))
                        + (only.size() > 5 ? " and others." : ".");
        return "`" + caller.shown() + "` does not work in this channel." + where;
    }

    private Optional<Verdict.Refuse> refuseBot(Caller caller) {
        var needed = inPlace(caller);
        var missing = caller.bot().map(has -> has.missing(needed)).orElse(Permissions.NONE);
        return missing.equals(Permissions.NONE)
                ? Optional.empty()
                : refusal(
                        "bot-missing-permission",
                        caller.command(),
                        "For `" + caller.shown() + "` I need **" + PermissionNames.of(missing)
                                + "** in this channel, and do not have it.");
    }

    /** In a thread it is another permission that lets somebody write. */
    private Permissions inPlace(Caller caller) {
        var needed = caller.command().description().botPermissions();
        boolean thread = caller.guild()
                .filter(guild -> guilds.places(guild, caller.channel()).size() > 1)
                .isPresent();
        return thread && (needed.bits() & Permission.SEND_MESSAGES.bit()) != 0
                ? new Permissions(
                        needed.bits() & ~Permission.SEND_MESSAGES.bit() | Permission.SEND_MESSAGES_IN_THREADS.bit())
                : needed;
    }

    private static Optional<Verdict.Refuse> refusal(String reason, KnownCommand command, String text) {
        return Optional.of(new Verdict.Refuse(reason, text, Map.of("command", command.name())));
    }
}
