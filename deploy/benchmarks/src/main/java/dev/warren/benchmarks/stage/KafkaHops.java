package dev.warren.benchmarks.stage;

import com.sun.net.httpserver.HttpServer;
import dev.warren.benchmarks.load.OpenLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;

/**
 * The least that a command's way needs: a record is produced and consumed, a second one produced and consumed, and a request posted. Each
 * produce waits for nothing (linger 0) and is acknowledged by all.
 */
final class KafkaHops implements OpenLoop.Sender, AutoCloseable {
    private static final int RECORD_BYTES = 800;
    private static final int NO_CONTENT = 204;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);
    private final RawKafka kafka;
    private final String thereTopic;
    private final String backTopic;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> there;
    private final KafkaConsumer<String, byte[]> back;
    private final HttpServer server;
    private final HttpClient http;
    private final URI address;
    private final List<Thread> threads;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
    private final byte[] payload = new byte[RECORD_BYTES];

    private KafkaHops(RawKafka kafka, HttpServer server) throws InterruptedException, ExecutionException {
        this.kafka = kafka;
        this.server = server;
        thereTopic = kafka.create("there", 1);
        backTopic = kafka.create("back", 1);
        producer = kafka.producer(Map.of("linger.ms", 0));
        there = kafka.consumer(thereTopic, Map.of());
        back = kafka.consumer(backTopic, Map.of());
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        threads = List.of(
                Thread.ofPlatform().name("hop-there").start(() -> pump(there, this::sendBack)),
                Thread.ofPlatform().name("hop-back").start(() -> pump(back, this::post)));
    }

    /** Makes the topics and begins to consume. */
    static KafkaHops on(String bootstrapServers) throws IOException, InterruptedException, ExecutionException {
        var kafka = new RawKafka(bootstrapServers);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(NO_CONTENT, -1);
            exchange.close();
        });
        server.start();
        return new KafkaHops(kafka, server);
    }

    @Override
    public CompletionStage<?> send(long number) {
        var key = Long.toString(numbers.getAndIncrement());
        var answered = new CompletableFuture<Void>();
        waiting.put(key, answered);
        producer.send(new ProducerRecord<>(thereTopic, key, payload), (_, failure) -> {
            if (failure != null) {
                answered.completeExceptionally(failure);
            }
        });
        return answered;
    }

    private void pump(KafkaConsumer<String, byte[]> consumer, Consumer<ConsumerRecord<String, byte[]>> next) {
        try {
            while (true) {
                consumer.poll(POLL).forEach(next);
            }
        } catch (WakeupException e) {
            consumer.close();
        }
    }

    private void sendBack(ConsumerRecord<String, byte[]> record) {
        producer.send(new ProducerRecord<>(backTopic, record.key(), record.value()));
    }

    private void post(ConsumerRecord<String, byte[]> record) {
        var request = HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofByteArray(record.value()))
                .build();
        http.sendAsync(request, BodyHandlers.discarding())
                .whenComplete((_, failure) -> Optional.ofNullable(waiting.remove(record.key()))
                        .ifPresent(answered -> {
                            if (failure == null) {
                                answered.complete(null);
                            } else {
                                answered.completeExceptionally(failure);
                            }
                        }));
    }

    @Override
    public void close() {
        there.wakeup();
        back.wakeup();
        try {
            for (var thread : threads) {
                thread.join(STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(STOP);
        http.close();
        server.stop(0);
        kafka.close();
    }
}
