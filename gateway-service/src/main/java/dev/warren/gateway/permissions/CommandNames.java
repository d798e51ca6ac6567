package dev.warren.gateway.permissions;

import dev.warren.gateway.commands.CommandCatalogue;
import dev.warren.gateway.commands.KnownCommand;
import dev.warren.runtime.texts.Similar;
import dev.warren.schemas.bot.CommandDescription.Subcommand;
import dev.warren.schemas.discord.Permissions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The names under which rules can stand: of commands, and of commands with a subcommand. */
@ApplicationScoped
class CommandNames {
    private final CommandCatalogue catalogue;

    CommandNames(CommandCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A command or subcommand that was meant.
     *
     * @param name {@code rank} or {@code rank reset}
     */
    record Named(String name, KnownCommand command, Optional<Subcommand> subcommand) {
        /** What members need by the announcement. */
        Permissions needs() {
            return new Permissions(command.description().permissions().bits()
                    | subcommand
                            .map(Subcommand::permissions)
                            .orElse(Permissions.NONE)
                            .bits());
        }
    }

    /** What was typed, with or without what stands before a command. */
    Optional<Named> find(String typed) {
        var name =
                typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^[/!]", "").replaceAll("\\s+", " ");
        int space = name.indexOf(' ');
        var command = catalogue.index().command(space < 0 ? name : name.substring(0, space));
        if (space < 0) {
            return command.map(known -> new Named(name, known, Optional.empty()));
        }
        return command.flatMap(known ->
                known.subcommand(name.substring(space + 1)).map(sub -> new Named(name, known, Optional.of(sub))));
    }

    /** All of them, in order. */
    List<String> all() {
        return catalogue.index().commands().stream()
                .flatMap(command -> Stream.concat(
                        Stream.of(command.name()),
                        command.description().subcommands().stream().map(sub -> command.name() + " " + sub.path())))
                .toList();
    }

    Optional<String> nearest(String typed) {
        return Similar.nearest(typed, all());
    }
}
