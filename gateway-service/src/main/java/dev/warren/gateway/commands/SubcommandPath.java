package dev.warren.gateway.commands;

import dev.warren.schemas.bot.CommandDescription.Subcommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which subcommand is meant by what stands after a command's name, and what is left for its arguments. */
final class SubcommandPath {
    private final Optional<Subcommand> subcommand;
    private final String arguments;
    private final boolean missing;

    SubcommandPath(KnownCommand command, String rest) {
        if (command.description().form().isPresent()) {
            this.subcommand = Optional.empty();
            this.arguments = rest;
            this.missing = false;
            return;
        }
        var words = Words.of(rest).stream()
                .map(Words.Word::text)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        var one = words.isEmpty() ? Optional.<Subcommand>empty() : command.subcommand(words.getFirst());
        var two =
                words.size() < 2 ? Optional.<Subcommand>empty() : command.subcommand(words.get(0) + " " + words.get(1));
        // A word that is no subcommand and cannot be an argument either is a slip in the subcommand.
        var bare = command.description()
                .bareSubcommand()
                .flatMap(command::subcommand)
                .filter(sub -> words.isEmpty() || !sub.form().options().isEmpty());
        if (two.isPresent()) {
            this.subcommand = two;
            this.arguments = after(rest, 2);
        } else if (one.isPresent()) {
            this.subcommand = one;
            this.arguments = after(rest, 1);
        } else {
            this.subcommand = bare;
            this.arguments = rest;
        }
        this.missing = subcommand.isEmpty();
    }

    private static String after(String rest, int words) {
        List<Words.Word> all = Words.of(rest);
        return all.size() <= words ? "" : rest.substring(all.get(words).start());
    }

    /** None for a command that has none, and when it is missing. */
    Optional<Subcommand> subcommand() {
        return subcommand;
    }

    String arguments() {
        return arguments;
    }

    /** Whether the command has subcommands, and none of them was named or stands for the bare name. */
    boolean isMissing() {
        return missing;
    }
}
