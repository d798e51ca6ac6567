package dev.warren.ai.offline;

import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.CommandDescription.CommandKind;
import java.util.List;

/**
 * What one way to use a command does.
 *
 * @param command its name
 * @param path the name with the subcommand, such as {@code remind me}
 * @param description as announced; of a subcommand, after that of the command
 * @param example a whole prefix command without its prefix
 */
record Manual(String command, String path, String description, String example) {
    /** What is embedded. */
    String text() {
        return path + ": " + description;
    }

    /** All ways to use a command; those of menus have no words by which one could ask for them. */
    static List<Manual> of(CommandDescription described) {
        if (described.kind() != CommandKind.SLASH) {
            return List.of();
        }
        return described
                .form()
                .map(form -> List.of(
                        new Manual(described.name(), described.name(), described.description(), form.example())))
                .orElseGet(() -> described.subcommands().stream()
                        .map(sub -> new Manual(
                                described.name(),
                                described.name() + " " + sub.path(),
                                described.description() + ". " + sub.description(),
                                sub.form().example()))
                        .toList());
    }
}
