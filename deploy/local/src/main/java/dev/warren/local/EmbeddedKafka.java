package dev.warren.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One real Kafka broker (KRaft, broker and controller in one) inside this JVM, reachable from loopback only. */
public final class EmbeddedKafka implements AutoCloseable {
    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker and returns when it takes requests. Data in the folder of an earlier run is taken up again.
     *
     * @throws UncheckedIOException if the folder cannot be written
     * @throws IllegalStateException if the folder cannot be formatted for Kafka
     */
    public static EmbeddedKafka start(ServerOptions options) {
        QuietLogs.install();
        try {
            var data = Files.createDirectories(options.dataDirectory());
            var properties = properties(options, FreePorts.any());
            var file = data.resolve("server.properties");
            try (var out = Files.newBufferedWriter(file)) {
                properties.store(out, null);
            }
            format(file, clusterId(data));
            var server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, options.port());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare Kafka's folder " + options.dataDirectory(), e);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops the broker after it has flushed its logs. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Made once for a folder; the folder cannot be opened under another. */
    private static String clusterId(Path data) throws IOException {
        var file = data.resolve("cluster.id");
        if (!Files.exists(file)) {
            var draft = data.resolve("cluster.id.new");
            Files.writeString(draft, Uuid.randomUuid().toString());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file);
    }

    private static void format(Path properties, String clusterId) {
        var output = new ByteArrayOutputStream();
        var printer = new PrintStream(output, true, StandardCharsets.UTF_8);
        var exit = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "-t", clusterId, "-c", properties.toString()}, printer);
        if (exit != 0) {
            throw new IllegalStateException(
                    "Kafka's storage could not be formatted: " + output.toString(StandardCharsets.UTF_8));
        }
    }

    private static Properties properties(ServerOptions options, int controllerPort) {
        var controller = "127.0.0.1:" + controllerPort;
        var broker = "127.0.0.1:" + options.port();
        var p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", "1");
        p.setProperty("controller.quorum.voters", "1@" + controller);
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty("listeners", "PLAINTEXT://" + broker + ",CONTROLLER://" + controller);
        p.setProperty("advertised.listeners", "PLAINTEXT://" + broker);
        p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.setProperty("log.dirs", options.dataDirectory().resolve("log").toString());
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("default.replication.factor", "1");
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("offsets.topic.num.partitions", "4");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("transaction.state.log.num.partitions", "4");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("share.coordinator.state.topic.num.partitions", "1");
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        // A stack that was off for some weeks must not have forgotten where its services were.
        p.setProperty("offsets.retention.minutes", Integer.toString(400 * 24 * 60));
        p.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
        // Hundreds of small partitions: the default index of 10 MiB for each would be mapped for nothing.
        p.setProperty("log.index.size.max.bytes", "1048576");
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "4");
        p.setProperty("background.threads", "2");
        return p;
    }
}
