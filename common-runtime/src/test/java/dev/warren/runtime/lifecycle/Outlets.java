package dev.warren.runtime.lifecycle;

import dev.warren.local.EmbeddedKafka;
import dev.warren.local.ServerOptions;
import dev.warren.local.TestServers;
import dev.warren.runtime.testing.Cable;
import dev.warren.runtime.testing.WarrenServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Servers that a test turns on and off; at first all are off. */
public final class Outlets implements QuarkusTestResourceLifecycleManager {
    private final ServerOptions broker = options();
    private final Cable postgres = cable(URI.create(TestServers.shared().databaseUrl("outages")));
    private final Cable redis = cable(URI.create(TestServers.shared().redisUrl()));
    private Optional<EmbeddedKafka> kafka = Optional.empty();

    private static ServerOptions options() {
        try {
            return ServerOptions.throwaway(
                    Files.createTempDirectory("warren-outages").resolve("kafka"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cable cable(URI server) {
        return Cable.to(server.getHost(), server.getPort());
    }

    Cable postgres() {
        return postgres;
    }

    Cable redis() {
        return redis;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + broker.port();
    }

    void startKafka() {
        kafka = Optional.of(EmbeddedKafka.start(broker));
        WarrenServers.createTopics(bootstrapServers());
    }

    void stopKafka() {
        kafka.ifPresent(EmbeddedKafka::close);
        kafka = Optional.empty();
    }

    @Override
    public Map<String, String> start() {
        var servers = TestServers.shared();
        postgres.pull();
        redis.pull();
        var address = URI.create(servers.databaseUrl("outages"));
        var url = "postgresql://127.0.0.1:" + postgres.port() + address.getPath();
        var settings = new HashMap<String, String>();
        settings.put("smallrye.config.mapping.validate-unknown", "false");
        settings.put("kafka.bootstrap.servers", bootstrapServers());
        settings.put("quarkus.datasource.reactive.url", url);
        settings.put("quarkus.datasource.jdbc.url", "jdbc:" + url);
        settings.put("quarkus.datasource.username", servers.databaseUser());
        settings.put("quarkus.datasource.password", servers.databasePassword());
        settings.put("warren.redis.url", "redis://127.0.0.1:" + redis.port());
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Outlets.class));
    }

    @Override
    public void stop() {
        stopKafka();
        postgres.close();
        redis.close();
        try (var files = Files.walk(broker.dataDirectory().getParent())) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
