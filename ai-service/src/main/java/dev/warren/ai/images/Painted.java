package dev.warren.ai.images;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What a provider made of an order. */
sealed interface Painted {
    /** A picture in PNG, JPEG or WebP. */
    record Picture(byte[] bytes, Format format) implements Painted {}

    /** The provider does not draw this: it is not asked again, and no other is. */
    record Rejected() implements Painted {}

    /** The key is wrong or has no right: the provider is left alone for a while. */
    record NotAllowed(int status) implements Painted {}

    /** It has had too much to do. */
    record Busy(Optional<Duration> retryAfter) implements Painted {}

    /** It failed, was late, or what it sent is no picture. */
    record Failed(String reason) implements Painted {}

    /** What pictures are sent as. */
    enum Format {
        PNG("image/png", "png"),
        JPEG("image/jpeg", "jpg"),
        WEBP("image/webp", "webp");

        private final String contentType;
        private final String ending;

        Format(String contentType, String ending) {
            this.contentType = contentType;
            this.ending = ending;
        }

        String contentType() {
            return contentType;
        }

        String ending() {
            return ending;
        }
    }

    /** By its first bytes, whatever a provider calls it; a failure for what is no picture. */
    static Painted picture(byte[] bytes) {
        if (begins(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return new Picture(bytes, Format.PNG);
        }
        if (begins(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return new Picture(bytes, Format.JPEG);
        }
        return begins(bytes, 0, 'R', 'I', 'F', 'F') && begins(bytes, 8, 'W', 'E', 'B', 'P')
                ? new Picture(bytes, Format.WEBP)
                : new Failed("what it sent is no picture");
    }

    private static boolean begins(byte[] bytes, int at, int... letters) {
        return bytes.length >= at + letters.length
                && Arrays.equals(
                        Arrays.stream(letters).map(letter -> (byte) letter).toArray(),
                        java.util.stream.IntStream.range(at, at + letters.length)
                                .map(i -> bytes[i])
                                .toArray());
    }
}
