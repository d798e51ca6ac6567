package dev.warren.benchmarks.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Messages of members as Discord's gateway sends them, with all the fields that it sends, about 1.1 KB each. */
final class Frames {
    private static final int KINDS = 4_096;
    private static final int AUTHORS = 1_000;
    private static final int CHANNELS = 50;
    private static final long FIRST_MESSAGE = 1_300_000_000_000_000_000L;
    private static final long FIRST_CHANNEL = 1_190_000_000_000_000_100L;
    private static final long FIRST_AUTHOR = 1_190_000_000_000_100_000L;
    private static final List<String> TEXTS = List.of(
            "good morning everyone",
            "has anybody tried the new map yet? I keep losing on the second half and I do not see why",
            "lol",
            "I think we should meet on Friday at eight, those who cannot come may say so here 👍",
            "the answer is in the documentation, under \\\"limits\\\", third paragraph: https://example.org/docs/limits#third");

    private Frames() {}

    /** Payloads that differ in ids and text. */
    static List<byte[]> payloads() {
        var template = template();
        return IntStream.range(0, KINDS)
                .mapToObj(number -> payload(template, number))
                .toList();
    }

    private static byte[] payload(String template, int number) {
        var values = Map.of(
                "%s", Integer.toString(number + 2),
                "$nonce", Long.toString(FIRST_MESSAGE - number),
                "$id", Long.toString(FIRST_MESSAGE + number),
                "$channel", Long.toString(FIRST_CHANNEL + number % CHANNELS),
                "$content", TEXTS.get(number % TEXTS.size()),
                "$author", Long.toString(FIRST_AUTHOR + number % AUTHORS));
        var text = template;
        for (var value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(Frames.class.getResourceAsStream("message-create.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
