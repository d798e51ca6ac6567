package dev.warren.simulator;

import dev.warren.simulator.net.Certificate;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** A running local Discord. */
public final class DiscordSimulator {
    private final Vertx vertx;
    private final Server server;
    private final SimulatorOptions options;
    private final Certificate certificate;

    private DiscordSimulator(Vertx vertx, Server server, SimulatorOptions options, Certificate certificate) {
        this.vertx = vertx;
        this.server = server;
        this.options = options;
        this.certificate = certificate;
    }

    /** Starts a local Discord on an event loop of its own. Fails when the port is taken or no certificate can be made. */
    public static CompletionStage<DiscordSimulator> start(SimulatorOptions options) {
        Vertx vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2).setInternalBlockingPoolSize(2));
        Future<DiscordSimulator> started = vertx.executeBlocking(() -> certificate(options))
                .compose(certificate -> {
                    var server = new Server(options, certificate);
                    return vertx.deployVerticle(server)
                            .map(any -> new DiscordSimulator(vertx, server, options, certificate));
                })
                .recover(failure -> vertx.close().transform(any -> Future.failedFuture(failure)));
        return started.toCompletionStage();
    }

    private static Certificate certificate(SimulatorOptions options) throws Exception {
        if (options.network().folder().isPresent()) {
            return Certificate.in(options.network().folder().get());
        }
        Path folder = Files.createTempDirectory("local-discord");
        Certificate made = Certificate.in(folder);
        List.of(made.keystore(), made.truststore(), folder)
                .reversed()
                .forEach(path -> path.toFile().deleteOnExit());
        return made;
    }

    /** The port of everything that is not TLS. */
    public int port() {
        return server.port();
    }

    /** Where the control API is: {@code http://127.0.0.1:8080/control/v1}. */
    public URI controlUri() {
        return URI.create(base() + "/control/v1");
    }

    /** Where REST is, in plain HTTP: {@code http://127.0.0.1:8080/api/v10}. */
    public URI restUri() {
        return URI.create(base() + "/api/v10");
    }

    /** Where avatars and attachments are: {@code http://127.0.0.1:8080/cdn}. */
    public URI cdnUri() {
        return URI.create(base() + "/cdn");
    }

    /** Where the gateway is: {@code ws://127.0.0.1:8080}. */
    public URI gatewayUri() {
        return URI.create("ws://" + options.network().publicHost() + ":" + port());
    }

    private String base() {
        return "http://" + options.network().publicHost() + ":" + port();
    }

    /** The port that answers {@code CONNECT discord.com:443}; the same as {@link #port()}. */
    public int proxyPort() {
        return port();
    }

    /** PKCS 12, its password is {@link Certificate#PASSWORD}. */
    public Path truststore() {
        return certificate.truststore();
    }

    /** Flags with which another JVM meets this Discord under Discord's own names. */
    public List<String> jvmFlags() {
        return certificate.jvmFlags(port());
    }

    /** Tokens with which the bot may come. */
    public Set<String> tokens() {
        return options.bot().tokens();
    }

    /** Stops it and closes all sockets. */
    public CompletionStage<Void> close() {
        return vertx.close().toCompletionStage();
    }
}
