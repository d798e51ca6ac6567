package dev.warren.memory;

import dev.warren.local.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Gives all tests of this service a database for keys, and a place for the master key. */
@QuarkusTestResource(KeysServer.class)
public final class KeysServer implements QuarkusTestResourceLifecycleManager {
    private Optional<Path> folder = Optional.empty();

    @Override
    public Map<String, String> start() {
        var servers = TestServers.shared();
        var database = servers.databaseUrl("keys");
        var place = folder();
        folder = Optional.of(place);
        return Map.of(
                "quarkus.datasource.keys.reactive.url", database,
                "quarkus.datasource.keys.jdbc.url", "jdbc:" + database,
                "quarkus.datasource.keys.username", servers.databaseUser(),
                "quarkus.datasource.keys.password", servers.databasePassword(),
                "warren.memory.master-key.file",
                        place.resolve("master-key.json").toString());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("warren-keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        folder.ifPresent(place -> {
            try {
                Files.deleteIfExists(place.resolve("master-key.json"));
                Files.deleteIfExists(place);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
