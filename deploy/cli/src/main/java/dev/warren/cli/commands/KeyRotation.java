package dev.warren.cli.commands;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.warren.cli.stack.Components;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.stack.StackState;
import dev.warren.cli.terminal.Screen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Has the memory service rotate its master key. */
final class KeyRotation {
    /** A million members' keys take minutes. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Screen screen;

    KeyRotation(Screen screen) {
        this.screen = screen;
    }

    int run(StackDirectory stack) {
        var port = StackState.read(stack.state()).flatMap(state -> state.ports().find(Components.MEMORY));
        if (port.isEmpty()) {
            screen.problem("this stack has no " + Components.MEMORY);
            return 1;
        }
        return rotate(URI.create("http://127.0.0.1:" + port.get() + "/keys/rotations"));
    }

    private int rotate(URI address) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address)
                    .timeout(PATIENCE)
                    .POST(BodyPublishers.noBody())
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                var keys = new JsonMapper().readTree(answer.body()).path("keys").asInt();
                screen.line("The master key is a new one; it wraps " + keys + (keys == 1 ? " key." : " keys."));
                return 0;
            }
            screen.problem(Components.MEMORY + " answers " + answer.statusCode()
                    + ", and nothing is rotated: see \"warren logs memory\"");
        } catch (IOException e) {
            screen.problem(Components.MEMORY + " does not answer at " + address + ": see \"warren status\"");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }
}
