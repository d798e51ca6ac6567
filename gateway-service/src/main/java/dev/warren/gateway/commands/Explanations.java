package dev.warren.gateway.commands;

import dev.warren.gateway.commands.Arguments.Misfit;
import dev.warren.schemas.bot.CommandDescription.Subcommand;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a member reads whose arguments do not fit: which one, why, and an example. */
final class Explanations {
    static final String WRONG_ARGUMENT = "wrong-argument";

    private Explanations() {}

    /**
     * For an argument that does not fit.
     *
     * @param prefix that stands before a command there
     * @param example as announced, without the prefix
     */
    static Verdict.Refuse misfit(KnownCommand command, Misfit misfit, String prefix, String example) {
        var details = new HashMap<>(Map.of("command", command.name()));
        misfit.option().ifPresent(option -> details.put("option", option.name()));
        var what = misfit.option()
                .map(option -> "`" + option.name() + "` " + misfit.why() + ".")
                .orElse(misfit.why());
        return new Verdict.Refuse(WRONG_ARGUMENT, what + example(prefix, example), details);
    }

    /** For a command of which only the subcommands can be called. */
    static Verdict.Refuse missingSubcommand(KnownCommand command, String prefix) {
        var subcommands = command.description().subcommands();
        var names = subcommands.stream()
                .map(Subcommand::path)
                .map(path -> "`" + prefix + command.name() + " " + path + "`")
                .collect(Collectors.joining(", "));
        var example = subcommands.getFirst().form().example();
        return new Verdict.Refuse(
                WRONG_ARGUMENT,
                "`" + prefix + command.name() + "` can do several things: " + names + "." + example(prefix, example),
                Map.of("command", command.name()));
    }

    private static String example(String prefix, String example) {
        return example.isBlank() ? "" : "\nFor example: `" + prefix + example + "`";
    }
}
