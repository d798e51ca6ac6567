package dev.warren.cli.commands;

import dev.warren.cli.settings.Resolution;
import dev.warren.cli.terminal.Screen;
import dev.warren.schemas.ids.GuildId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns posting off and on where Kafka is: at the servers that the settings name, else in a running stack. */
final class PostingSwitch {
    static final String GUILD = "The id of one server; all when it is left out.";

    private final Warren warren;
    private final Screen screen;

    PostingSwitch(Warren warren, Screen screen) {
        this.warren = warren;
        this.screen = screen;
    }

    /** Gives the command's exit code. */
    int turn(boolean pause, @Nullable String guild, @Nullable String reason, @Nullable Integer portOffset) {
        var server = Optional.ofNullable(guild);
        var why = Optional.ofNullable(reason);
        var posting = new Posting(screen, InstantSource.system(), System.getProperty("user.name", "unknown"));
        return Posting.problem(server, why).map(warren::refuse).orElseGet(() -> switch (warren.resolve(Map.of())) {
            case Resolution.Valid(var settings) ->
                settings.kafkaBootstrapServers()
                        .or(() -> warren.choose(portOffset).flatMap(stack -> Status.kafka(stack, settings)))
                        .map(kafka -> posting.decide(kafka, pause, server.map(GuildId::of), why))
                        .orElse(1);
            case Resolution.Invalid(var line) -> warren.refuse(line);
        });
    }
}
