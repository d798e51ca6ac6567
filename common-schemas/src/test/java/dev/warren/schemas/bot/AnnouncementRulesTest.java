package dev.warren.schemas.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.Rule;
import dev.warren.schemas.bot.CommandDescription.CommandKind;
import dev.warren.schemas.bot.CommandDescription.Form;
import dev.warren.schemas.bot.CommandDescription.Subcommand;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.Permissions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What commands, options, settings and cooldowns refuse when they are announced. */
class AnnouncementRulesTest {
    private static final String NAME = CommandDescription.NAME;
    private static final Form FORM = new Form(List.of(), AnswerKind.PUBLIC, "rank");

    @ParameterizedTest
    @MethodSource("rules")
    void announcement_thatBreaksARule_isRefusedInWords(Rule rule) {
        rule.check();
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule("upper-case command", () -> command("Rank", "Shows"), "name must match " + NAME + ": Rank"),
                new Rule(
                        "blank description",
                        () -> command("rank", " "),
                        "description must have 1 to 100 characters:  "),
                new Rule(
                        "long description",
                        () -> command("rank", x(101)),
                        "description must have 1 to 100 characters: " + x(101)),
                new Rule(
                        "command with neither form nor subcommands",
                        () -> command(Optional.empty(), List.of(), Optional.empty()),
                        "a command must have either a form or subcommands: rank"),
                new Rule(
                        "command with both",
                        () -> command(Optional.of(FORM), List.of(sub("show")), Optional.empty()),
                        "a command must have either a form or subcommands: rank"),
                new Rule(
                        "subcommands of one name",
                        () -> command(Optional.empty(), List.of(sub("show"), sub("show")), Optional.empty()),
                        "subcommands must be unique: [show, show]"),
                new Rule(
                        "bare name that runs nothing",
                        () -> command(Optional.empty(), List.of(sub("show")), Optional.of("hide")),
                        "bareSubcommand must be one of [show]: hide"),
                new Rule("upper-case subcommand", () -> sub("Show"), "name must match " + NAME + ": Show"),
                new Rule(
                        "many options",
                        () -> form(Collections.nCopies(26, option("a", true, false))),
                        "options must be at most 25: 26"),
                new Rule(
                        "required option after another",
                        () -> form(List.of(option("a", false, false), option("b", true, false))),
                        "options must have required ones first: b"),
                new Rule(
                        "rest before another option",
                        () -> form(List.of(option("a", true, true), option("b", true, false))),
                        "rest must be the last option's alone: a"),
                new Rule("upper-case option", () -> option("A", true, false), "name must match " + NAME + ": A"),
                new Rule(
                        "blank description of an option",
                        () -> option("a", " ", 0, false, Optional.empty(), Optional.empty()),
                        "description must have 1 to 100 characters:  "),
                new Rule(
                        "many choices",
                        () -> option("a", "A", 26, false, Optional.empty(), Optional.empty()),
                        "choices must be at most 25: 26"),
                new Rule(
                        "choices and completion",
                        () -> option("a", "A", 1, true, Optional.empty(), Optional.empty()),
                        "choices and autocomplete exclude each other: a"),
                new Rule(
                        "swapped bounds of an option",
                        () -> option("a", "A", 0, false, Optional.of(2L), Optional.of(1L)),
                        "minimum must not be above maximum: 2, 1"),
                new Rule(
                        "setting with an odd key",
                        () -> setting("Prefix", SettingType.TEXT, 0, 1),
                        "key must be lower-case words joined by dots, at most 64 characters: Prefix"),
                new Rule(
                        "setting with a long key",
                        () -> setting(x(65), SettingType.TEXT, 0, 1),
                        "key must be lower-case words joined by dots, at most 64 characters: " + x(65)),
                new Rule(
                        "choice of nothing",
                        () -> setting("prefix", SettingType.CHOICE, 0, 1),
                        "choices must not be empty: prefix"),
                new Rule(
                        "swapped bounds of a setting",
                        () -> setting("prefix", SettingType.TEXT, 2, 1),
                        "minimum must not be above maximum: 2, 1"),
                new Rule(
                        "cooldown without uses",
                        () -> new Cooldown(0, Duration.ofMinutes(1), Cooldown.Scope.MEMBER),
                        "uses must be at least 1: 0"),
                new Rule(
                        "cooldown without a window",
                        () -> new Cooldown(1, Duration.ZERO, Cooldown.Scope.MEMBER),
                        "window must be positive: PT0S"),
                new Rule(
                        "odd service",
                        () -> announced("Leveling", 1),
                        "service must match [a-z][a-z0-9-]{0,31}: Leveling"),
                new Rule("negative version", () -> announced("leveling", -1), "version must not be negative: -1"),
                new Rule(
                        "odd service that is withdrawn",
                        () -> new AnnouncementEvent.ServiceWithdrawn("", 1),
                        "service must match [a-z][a-z0-9-]{0,31}: "),
                new Rule(
                        "negative version of a withdrawal",
                        () -> new AnnouncementEvent.ServiceWithdrawn("leveling", -1),
                        "version must not be negative: -1"));
    }

    @Test
    void commandOfAMenu_mayHaveAnyNameAndNoDescription() {
        var menu = new CommandDescription(
                "Report message",
                "",
                "moderation",
                CommandKind.MESSAGE,
                Optional.of(FORM),
                List.of(),
                Optional.empty(),
                Permissions.NONE,
                Permissions.NONE,
                true,
                Optional.empty(),
                List.of(),
                Map.of());

        assertThat(menu.name()).isEqualTo("Report message");
    }

    @Test
    void subcommand_inAGroup_hasBothInItsPath() {
        var grouped = new Subcommand(Optional.of("season"), "start", "Starts", FORM, Permissions.NONE, Map.of());

        assertThat(grouped.path()).isEqualTo("season start");
        assertThat(sub("show").path()).isEqualTo("show");
        assertThat(command(Optional.empty(), List.of(grouped, sub("start")), Optional.of("season start"))
                        .subcommands())
                .hasSize(2);
    }

    @Test
    void command_inAnotherScript_isAccepted() {
        assertThat(command("ランク", "順位を見せる").name()).isEqualTo("ランク");
    }

    private static String x(int length) {
        return "x".repeat(length);
    }

    private static AnnouncementEvent announced(String service, long version) {
        return new AnnouncementEvent.ServiceAnnounced(service, version, List.of(), List.of());
    }

    private static CommandDescription command(String name, String description) {
        return command(name, description, Optional.of(FORM), List.of(), Optional.empty());
    }

    private static CommandDescription command(
            Optional<Form> form, List<Subcommand> subcommands, Optional<String> bare) {
        return command("rank", "Shows a rank", form, subcommands, bare);
    }

    private static CommandDescription command(
            String name, String description, Optional<Form> form, List<Subcommand> subcommands, Optional<String> bare) {
        return new CommandDescription(
                name,
                description,
                "leveling",
                CommandKind.SLASH,
                form,
                subcommands,
                bare,
                Permissions.NONE,
                Permissions.NONE,
                false,
                Optional.empty(),
                List.of(),
                Map.of());
    }

    private static Subcommand sub(String name) {
        return new Subcommand(Optional.empty(), name, "Shows", FORM, Permissions.NONE, Map.of());
    }

    private static Form form(List<OptionDescription> options) {
        return new Form(options, AnswerKind.PUBLIC, "rank");
    }

    private static OptionDescription option(String name, boolean required, boolean rest) {
        return new OptionDescription(
                name,
                "An option",
                OptionType.STRING,
                required,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                rest,
                Map.of());
    }

    private static OptionDescription option(
            String name,
            String description,
            int choices,
            boolean autocomplete,
            Optional<Long> minimum,
            Optional<Long> maximum) {
        var choice = new OptionDescription.Choice("One", "1");
        return new OptionDescription(
                name,
                description,
                OptionType.INTEGER,
                true,
                minimum,
                maximum,
                Collections.nCopies(choices, choice),
                autocomplete,
                false,
                Map.of());
    }

    private static SettingDescription setting(String key, SettingType type, long minimum, long maximum) {
        return new SettingDescription(
                key, "A setting", "core", type, "", Optional.of(minimum), Optional.of(maximum), List.of());
    }
}
