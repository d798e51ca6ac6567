package dev.warren.schemas.published;

import static dev.warren.schemas.published.Sample.full;
import static dev.warren.schemas.published.Sample.minimal;

import dev.warren.schemas.bot.AnnouncementEvent;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.Cooldown;
import dev.warren.schemas.bot.OptionDescription;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What services offer. */
final class AnnouncementSamples {
    private static final Map<String, CommandDescription.Translation> IN_GERMAN =
            Map.of("de", new CommandDescription.Translation(Optional.of("rang"), "Zeigt einen Rang"));
    private static final Map<String, CommandDescription.Translation> IN_FRENCH =
            Map.of("fr", new CommandDescription.Translation(Optional.empty(), "Montre un rang"));
    private static final OptionDescription COUNT = new OptionDescription(
            "count",
            "How many",
            OptionType.INTEGER,
            true,
            Optional.of(1L),
            Optional.of(25L),
            List.of(new OptionDescription.Choice("a few", "3")),
            false,
            false,
            IN_GERMAN);
    private static final OptionDescription TEXT = new OptionDescription(
            "text",
            "What to look for",
            OptionType.STRING,
            false,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            true,
            true,
            Map.of());
    private static final CommandDescription LEADERBOARD = new CommandDescription(
            "leaderboard",
            "Shows who wrote most",
            "leveling",
            CommandDescription.CommandKind.SLASH,
            Optional.of(new CommandDescription.Form(List.of(COUNT, TEXT), AnswerKind.PUBLIC, "leaderboard 3 hazel")),
            List.of(),
            Optional.empty(),
            Permissions.of(Permission.SEND_MESSAGES),
            Permissions.of(Permission.EMBED_LINKS),
            true,
            Optional.of(new Cooldown(3, Duration.ofMinutes(1), Cooldown.Scope.MEMBER)),
            List.of("top", "levels"),
            IN_GERMAN);
    private static final CommandDescription XP = new CommandDescription(
            "xp",
            "Changes experience",
            "leveling",
            CommandDescription.CommandKind.SLASH,
            Optional.empty(),
            List.of(
                    new CommandDescription.Subcommand(
                            Optional.of("season"),
                            "start",
                            "Starts a season",
                            new CommandDescription.Form(List.of(COUNT), AnswerKind.EPHEMERAL, "xp season start 3"),
                            Permissions.of(Permission.MANAGE_GUILD),
                            IN_GERMAN),
                    new CommandDescription.Subcommand(
                            Optional.empty(),
                            "show",
                            "Shows experience",
                            new CommandDescription.Form(List.of(), AnswerKind.EPHEMERAL, "xp show"),
                            Permissions.NONE,
                            Map.of())),
            Optional.of("show"),
            Permissions.NONE,
            Permissions.NONE,
            false,
            Optional.empty(),
            List.of(),
            IN_FRENCH);
    private static final SettingDescription ANNOUNCE = new SettingDescription(
            "leveling.announce",
            "Where levels are announced",
            "leveling",
            SettingDescription.SettingType.CHOICE,
            "channel",
            Optional.of(1L),
            Optional.of(20L),
            List.of("channel", "direct", "nowhere"));
    private static final SettingDescription BOARD = new SettingDescription(
            "leveling.board",
            "The channel of the leaderboard",
            "leveling",
            SettingDescription.SettingType.CHANNEL,
            "",
            Optional.empty(),
            Optional.empty(),
            List.of());

    private AnnouncementSamples() {}

    static List<Sample> all() {
        return List.of(
                full(new AnnouncementEvent.ServiceAnnounced(
                        "leveling", 3, List.of(LEADERBOARD, XP), List.of(ANNOUNCE, BOARD))),
                minimal(new AnnouncementEvent.ServiceAnnounced("leveling", 0, List.of(), List.of())),
                full(new AnnouncementEvent.ServiceWithdrawn("leveling", 4)));
    }
}
