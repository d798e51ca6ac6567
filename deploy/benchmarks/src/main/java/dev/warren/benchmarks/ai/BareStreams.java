package dev.warren.benchmarks.ai;

import dev.warren.local.providers.ScriptedProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The control: the same streams by Java's client alone. */
final class BareStreams {
    private BareStreams() {}

    /** Between the provider's first byte and the client's, in milliseconds, sorted. */
    static List<Double> firstBytes(ScriptedProvider provider, int streams) {
        var sent = new ConcurrentHashMap<String, Long>();
        var took = new CopyOnWriteArrayList<Double>();
        provider.onFirstByte(asked -> sent.put(asked.prompt(), System.nanoTime()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var client = HttpClient.newBuilder()
                        .version(Version.HTTP_1_1)
                        .executor(threads)
                        .build()) {
            IntStream.range(0, streams)
                    .forEach(i -> threads.submit(() -> {
                        var name = "bare " + System.nanoTime() + "." + i;
                        long heard = read(client, provider, name);
                        took.add((heard - sent.getOrDefault(name, heard)) / 1e6);
                    }));
        }
        return took.stream().sorted().toList();
    }

    private static long read(HttpClient client, ScriptedProvider provider, String prompt) {
        var body = "{\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"" + prompt + "\"}]}";
        var request = HttpRequest.newBuilder(URI.create(provider.url() + "/chat/completions"))
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var stream = client.send(request, BodyHandlers.ofInputStream()).body()) {
            if (stream.read() < 0) {
                throw new IOException("nothing was said");
            }
            long heard = System.nanoTime();
            stream.readAllBytes();
            return heard;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
