package dev.warren.gateway.setup;

import dev.warren.gateway.commands.CommandCatalogue;
import dev.warren.gateway.commands.KnownCommand;
import dev.warren.gateway.commands.PermissionNames;
import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.identity.BotIdentity;
import dev.warren.gateway.identity.Identity;
import dev.warren.gateway.shards.Intents;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import dev.warren.schemas.discord.GuildEvent.ChannelKnown;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.GuildEvent.RoleKnown;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for what is missing in a guild: intents, permissions of the bot, roles that stand too high for it, channels and roles that are gone. */
@ApplicationScoped
class SetupCheck {
    /** What every answer may need: text, embeds and drawn cards, in channels and threads. */
    private static final Permissions ALWAYS = Permissions.of(
            Permission.VIEW_CHANNEL,
            Permission.SEND_MESSAGES,
            Permission.SEND_MESSAGES_IN_THREADS,
            Permission.EMBED_LINKS,
            Permission.ATTACH_FILES,
            Permission.READ_MESSAGE_HISTORY);
    /** For these Discord looks at the order of roles as well. */
    private static final Permissions OVER_OTHERS = Permissions.of(
            Permission.MANAGE_ROLES,
            Permission.MANAGE_NICKNAMES,
            Permission.MODERATE_MEMBERS,
            Permission.KICK_MEMBERS,
            Permission.BAN_MEMBERS);
    /** Discord's kinds of channels in which members write: text and announcements. */
    private static final Set<Integer> WRITTEN = Set.of(0, 5);

    private static final int MOST_NAMED = 10;
    /** Somebody with no role and no overwrite of their own. */
    private static final UserId NOBODY = new UserId(1);

    private final GuildDirectory guilds;
    private final CommandCatalogue catalogue;
    private final Identity identity;

    SetupCheck(GuildDirectory guilds, CommandCatalogue catalogue, Identity identity) {
        this.guilds = guilds;
        this.catalogue = catalogue;
        this.identity = identity;
    }

    /**
     * What was found.
     *
     * @param needed all permissions that the bot should have in the guild
     */
    record Report(List<Finding> findings, boolean intents, Permissions needed) {}

    /** Nothing where the guild or the bot are not known yet. */
    Optional<Report> look(GuildId guild, GuildSettings settings) {
        return identity.now()
                .flatMap(bot -> guilds.guild(guild).map(known -> look(new Place(known, bot, top(known)), settings)));
    }

    /** @param top the position of the bot's highest role */
    private record Place(GuildKnown guild, BotIdentity bot, int top) {
        GuildId id() {
            return guild.guild();
        }
    }

    private Report look(Place place, GuildSettings settings) {
        var commands = catalogue.index().commands().stream()
                .filter(command -> settings.moduleOn(command.description().module()))
                .toList();
        var needed = new Permissions(commands.stream()
                .mapToLong(command -> command.description().botPermissions().bits())
                .reduce(ALWAYS.bits(), (a, b) -> a | b));
        var findings = new ArrayList<Finding>();
        var missingIntents = Intents.missing(place.bot().flags());
        missingIntents.forEach(
                intent -> findings.add(
                        new Finding(
                                "The intent " + PermissionNames.words(intent.name()) + " is off",
                                "Without it " + Intents.consequence(intent)
                                        + ". Whoever owns me switches it on in Discord's developer portal under Bot, and restarts me.")));
        permissions(place, commands, needed).ifPresent(findings::add);
        channels(place).ifPresent(findings::add);
        roles(place, needed).ifPresent(findings::add);
        catalogue.settings().stream()
                .flatMap(setting -> setting(place, setting, settings).stream())
                .forEach(findings::add);
        return new Report(findings, !missingIntents.isEmpty(), needed);
    }

    private Optional<Finding> permissions(Place place, List<KnownCommand> commands, Permissions needed) {
        var has = guilds.permissions(
                        place.id(), place.bot().user(), place.guild().botRoles())
                .orElse(Permissions.NONE);
        var missing = has.missing(needed);
        if (missing.equals(Permissions.NONE)) {
            return Optional.empty();
        }
        var concerned = commands.stream()
                .filter(command ->
                        !has.missing(command.description().botPermissions()).equals(Permissions.NONE))
                .map(command -> "`/" + command.name() + "`")
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return Optional.of(new Finding(
                "I lack permissions in this server",
                "**" + PermissionNames.of(missing) + "**."
                        + (concerned.isEmpty() ? "" : " " + concerned + " cannot work without.")
                        + " Give them to my role in Server Settings → Roles, or with the button below."));
    }

    /** Channels that members see and in which the bot could not answer them. */
    private Optional<Finding> channels(Place place) {
        var lines = guilds.channels(place.id()).stream()
                .filter(channel -> WRITTEN.contains(channel.kind()))
                .filter(channel -> sees(place, channel))
                .sorted(Comparator.comparingLong(channel -> channel.channel().value()))
                .flatMap(channel -> missingIn(place, channel).stream()
                        .map(missing -> "<#" + channel.channel() + ">: " + PermissionNames.of(missing)))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "I cannot answer in " + (lines.size() == 1 ? "one channel" : lines.size() + " channels"),
                        few(lines, "\n") + "\nEdit the channel, and allow it for my role under Permissions."));
    }

    /** Whether somebody without any role sees it. */
    private boolean sees(Place place, ChannelKnown channel) {
        return guilds.permissions(place.id(), channel.channel(), NOBODY, List.of())
                .filter(has -> has.allows(Permissions.of(Permission.VIEW_CHANNEL)))
                .isPresent();
    }

    private Optional<Permissions> missingIn(Place place, ChannelKnown channel) {
        return guilds.permissions(
                        place.id(),
                        channel.channel(),
                        place.bot().user(),
                        place.guild().botRoles())
                .map(has -> has.missing(ALWAYS))
                .filter(missing -> !missing.equals(Permissions.NONE));
    }

    /** Roles that the bot can neither give nor act against, if any command needs that. */
    private Optional<Finding> roles(Place place, Permissions needed) {
        if ((needed.bits() & OVER_OTHERS.bits()) == 0) {
            return Optional.empty();
        }
        var above = guilds.roles(place.id()).stream()
                .filter(role -> role.role().value() != place.id().value() && !role.managed())
                .filter(role -> isTooHigh(place, role))
                .sorted(Comparator.comparingInt(RoleKnown::position).reversed())
                .map(role -> "<@&" + role.role() + ">")
                .toList();
        return above.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "My role is low",
                        few(above, ", ") + (above.size() == 1 ? " stands" : " stand")
                                + " above it: I can neither give such a role nor do anything about who has it. That may"
                                + " be as you want it; else drag my role up in Server Settings → Roles."));
    }

    private boolean isTooHigh(Place place, RoleKnown role) {
        return role.position() >= place.top()
                && !place.guild().botRoles().contains(role.role())
                && !place.guild().owner().equals(place.bot().user());
    }

    private Optional<Finding> setting(Place place, SettingDescription setting, GuildSettings settings) {
        var value = settings.text(setting.key());
        if (value.isEmpty() || !settings.moduleOn(setting.module())) {
            return Optional.empty();
        }
        var change = " Change it with `/settings set`.";
        if (setting.type() == SettingType.ROLE) {
            var role = guilds.role(place.id(), RoleId.of(value.get()));
            return role.isEmpty()
                    ? Optional.of(new Finding(named(setting), "The role that it names is gone." + change))
                    : role.filter(found -> isTooHigh(place, found))
                            .map(found -> new Finding(
                                    named(setting),
                                    "<@&" + found.role() + "> stands above my role, so I cannot give it. Drag my role"
                                            + " above it in Server Settings → Roles."));
        }
        if (setting.type() == SettingType.CHANNEL) {
            var channel = guilds.channel(place.id(), ChannelId.of(value.get()));
            return channel.isEmpty()
                    ? Optional.of(new Finding(named(setting), "The channel that it names is gone." + change))
                    : channel.flatMap(found -> missingIn(place, found)
                            .map(missing -> new Finding(
                                    named(setting),
                                    "In <#" + found.channel() + "> I lack **" + PermissionNames.of(missing) + "**.")));
        }
        return Optional.empty();
    }

    private static String named(SettingDescription setting) {
        return "The setting " + setting.key() + " does not work";
    }

    private int top(GuildKnown guild) {
        return guild.botRoles().stream()
                .flatMap(role -> guilds.role(guild.guild(), role).stream())
                .mapToInt(RoleKnown::position)
                .max()
                .orElse(0);
    }

    private static String few(List<String> all, String between) {
        return Stream.concat(
                        all.stream().limit(MOST_NAMED),
                        all.size() > MOST_NAMED ? Stream.of("and " + (all.size() - MOST_NAMED) + " more") : Stream.of())
                .collect(Collectors.joining(between));
    }
}
