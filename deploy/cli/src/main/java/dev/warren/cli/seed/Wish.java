package dev.warren.cli.seed;

import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.CommandDescription.Form;
import dev.warren.schemas.bot.CommandDescription.Subcommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What belongs to a life beside talk, and which commands give it. */
enum Wish {
    COINS("coins", "/daily", Set.of("daily")),
    WORK("wages", "/work", Set.of("work")),
    REMINDERS("reminders", "/remind", Set.of("remind", "remind me"));

    private final String what;
    private final String usual;
    private final Set<String> paths;

    Wish(String what, String usual, Set<String> paths) {
        this.what = what;
        this.usual = usual;
        this.paths = paths;
    }

    /** In the summary's words. */
    String what() {
        return what;
    }

    /** How the command is usually called. */
    String usual() {
        return usual;
    }

    /**
     * A command that fulfils it.
     *
     * @param subcommand its path, for a command that has some
     */
    record Found(String service, String command, Optional<String> subcommand, Form form) {
        /** As one writes it, without the slash. */
        String path() {
            return subcommand.map(sub -> command + " " + sub).orElse(command);
        }
    }

    /** The first command that is offered for it. */
    Optional<Found> in(List<ServiceAnnounced> offers) {
        return offers.stream()
                .flatMap(offer -> offer.commands().stream().flatMap(command -> forms(offer.service(), command)))
                .filter(found -> paths.contains(found.path()))
                .findFirst();
    }

    private static Stream<Found> forms(String service, CommandDescription command) {
        return Stream.concat(
                command.form().stream().map(form -> new Found(service, command.name(), Optional.empty(), form)),
                command.subcommands().stream().map(sub -> found(service, command, sub)));
    }

    private static Found found(String service, CommandDescription command, Subcommand subcommand) {
        return new Found(service, command.name(), Optional.of(subcommand.path()), subcommand.form());
    }
}
