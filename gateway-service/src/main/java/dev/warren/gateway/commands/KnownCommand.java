package dev.warren.gateway.commands;

import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.CommandDescription.Form;
import dev.warren.schemas.bot.CommandDescription.Subcommand;
import java.util.Optional;

/**
 * A command with the service that announced it.
 *
 * @param service who is called
 */
public record KnownCommand(String service, CommandDescription description) {
    public String name() {
        return description.name();
    }

    /** The subcommand of this path: {@code group sub} or {@code sub}. */
    public Optional<Subcommand> subcommand(String path) {
        return description.subcommands().stream()
                .filter(sub -> sub.path().equals(path))
                .findFirst();
    }

    /** Arguments and answer of the command itself, or of a subcommand. */
    Optional<Form> form(Optional<Subcommand> subcommand) {
        return subcommand.map(Subcommand::form).or(description::form);
    }
}
