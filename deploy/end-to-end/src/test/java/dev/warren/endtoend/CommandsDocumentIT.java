package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page about commands tells what the running services offer. */
@ExtendWith(OnStack.class)
class CommandsDocumentIT {
    private static final Path PAGE =
            Path.of(System.getProperty("warren.root", "../.."), "deploy", "docs", "commands.md");
    private static final String REMEDY =
            "deploy/docs/commands.md does not tell what the services offer; write it anew with "
                    + "./warren test -pl deploy/end-to-end -am -Dtest=CommandsDocumentIT -Dsurefire.failIfNoSpecifiedTests=false -Dwarren.docs.write=true";

    @Test
    void page_aboutCommands_tellsWhatTheServicesAnnounce(Stack stack) throws IOException {
        // Given
        var made = CommandsDocument.of(offers(stack));
        // When
        if (Boolean.getBoolean("warren.docs.write")) {
            Files.createDirectories(Objects.requireNonNull(PAGE.getParent(), "folder"));
            Files.writeString(PAGE, made);
        }
        // Then
        assertThat(PAGE).as(REMEDY).exists();
        assertThat(Files.readString(PAGE)).as(REMEDY).isEqualTo(made);
    }

    /** The newest announcement of each service that runs, in the order of the services; what tests play is none. */
    private static List<ServiceAnnounced> offers(Stack stack) {
        var running = stack.status().getJsonArray("processes").stream()
                .map(process -> ((JsonObject) process).getString("name"))
                .toList();
        var services = Arrays.stream(Service.values())
                .map(Service::id)
                .filter(id -> running.contains(id + "-service"))
                .toList();
        var newest = new HashMap<String, ServiceAnnounced>();
        for (var service : services) {
            stack.broker()
                    .await(
                            Topics.COMMANDS,
                            1,
                            received -> received.event().payload() instanceof ServiceAnnounced announced
                                    && announced.service().equals(service))
                    .forEach(received -> {
                        if (received.event().payload() instanceof ServiceAnnounced announced) {
                            newest.put(service, announced);
                        }
                    });
        }
        return services.stream()
                .map(service -> Objects.requireNonNull(newest.get(service), service))
                .toList();
    }
}
