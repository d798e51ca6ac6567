package dev.warren.gateway.commands;

import dev.warren.gateway.commands.Arguments.Misfit;
import dev.warren.gateway.limits.Limit;
import dev.warren.schemas.bot.CommandDescription.Subcommand;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
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

    /** For a use beyond a limit. */
    static Verdict.Refuse tooMuch(KnownCommand command, Limit limit, Duration wait, String prefix) {
        var shown = "`" + prefix + command.name() + "`";
        var what = switch (limit) {
            case COOLDOWN -> shown + " needs a pause: ";
            case USER -> "You are quicker than I am: ";
            case GUILD -> "I am asked for a lot in this server at the moment: ";
            case COMMAND -> shown + " is used a lot in this server at the moment: ";
        };
        return new Verdict.Refuse(
                limit == Limit.COOLDOWN ? "cooldown" : "rate-limited",
                what + "try again in " + span(wait) + ".",
                Map.of(
                        "command",
                        command.name(),
                        "limit",
                        limit.name().toLowerCase(Locale.ROOT),
                        "waitMillis",
                        Long.toString(wait.toMillis())));
    }

    /** Rounded up to seconds: {@code 12 s}, {@code 2 min 5 s}, {@code 3 h 20 min}. */
    static String span(Duration wait) {
        long seconds = Math.max(1, (wait.toMillis() + 999) / 1_000);
        long minutes = seconds / 60;
        long hours = minutes / 60;
        if (hours > 0) {
            return hours + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
        }
        return minutes > 0 ? minutes + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s") : seconds + " s";
    }

    private static String example(String prefix, String example) {
        return example.isBlank() ? "" : "\nFor example: `" + prefix + example + "`";
    }
}
