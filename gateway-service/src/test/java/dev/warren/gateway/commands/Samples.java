package dev.warren.gateway.commands;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.runtime.commands.Describe;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.CommandDescription.CommandKind;
import dev.warren.schemas.bot.CommandDescription.Form;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands as services announce them. */
public final class Samples {
    public static final CommandDescription RANK = Describe.command("rank", "Shows a member's rank")
            .module("leveling")
            .options(option("member", "Whose rank", OptionType.USER))
            .example("rank @Ada")
            .aliases("level")
            .build();
    public static final CommandDescription SETTINGS = Describe.command("settings", "Shows and changes settings")
            .subcommand("show", "Shows them", AnswerKind.EPHEMERAL, "settings show")
            .subcommand(
                    "set",
                    "Sets one",
                    AnswerKind.EPHEMERAL,
                    "settings set prefix ?",
                    option("name", "Which", OptionType.STRING).required(),
                    option("value", "To what", OptionType.STRING).required().rest())
            .subcommand(
                    Optional.of("module"),
                    "off",
                    "Turns one off",
                    AnswerKind.EPHEMERAL,
                    "settings module off leveling",
                    Permissions.of(Permission.MANAGE_GUILD),
                    option("name", "Which", OptionType.STRING).required().completed())
            .bare("show")
            .build();
    public static final CommandDescription MUTE = Describe.command("mute", "Silences a member")
            .module("moderation")
            .needs(Permission.MODERATE_MEMBERS)
            .options(
                    option("member", "Whom", OptionType.USER).required(),
                    option("for", "How long", OptionType.DURATION),
                    option("reason", "Why", OptionType.STRING).rest())
            .example("mute @Ada 10m spam")
            .build();
    public static final CommandDescription PAY = Describe.command("pay", "Gives coins")
            .module("economy")
            .options(
                    option("to", "Whom", OptionType.USER).required(),
                    option("amount", "How many", OptionType.AMOUNT).required().between(1, 1_000_000))
            .example("pay @Ada 250")
            .build();
    public static final CommandDescription ROLL = Describe.command("roll", "Rolls dice")
            .module("fun")
            .everywhere()
            .options(
                    option("sides", "How many sides", OptionType.INTEGER).between(2, 100),
                    option("open", "For all to see", OptionType.BOOLEAN),
                    option("where", "In which channel", OptionType.CHANNEL),
                    option("style", "How", OptionType.STRING).choices("plain", "fancy"))
            .example("roll 6 yes")
            .build();
    public static final CommandDescription REPORT = new CommandDescription(
            "Report",
            "",
            "moderation",
            CommandKind.MESSAGE,
            Optional.of(new Form(List.of(), AnswerKind.EPHEMERAL, "")),
            List.of(),
            Optional.empty(),
            Permissions.NONE,
            Permissions.NONE,
            true,
            Optional.empty(),
            List.of(),
            Map.of());

    private Samples() {}

    public static CommandDescription[] all() {
        return new CommandDescription[] {RANK, SETTINGS, MUTE, PAY, ROLL, REPORT};
    }
}
