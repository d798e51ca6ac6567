package dev.warren.local.providers;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a scripted provider does with one request. */
public sealed interface Act {
    /**
     * It answers, piece by piece.
     *
     * @param first before the first piece
     * @param between two pieces
     */
    record Says(List<String> pieces, Duration first, Duration between) implements Act {
        public Says {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * It refuses.
     *
     * @param headers beside those that every answer has
     */
    record Refuses(int status, Map<String, String> headers, String body) implements Act {
        public Refuses {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * It begins to answer, and the stream breaks off.
     *
     * @param reset whether the connection is reset; it ends as if all was said otherwise
     */
    record BreaksOff(List<String> pieces, boolean reset) implements Act {
        public BreaksOff {
            pieces = List.copyOf(pieces);
        }
    }

    /** It begins to answer, and what follows is no JSON. */
    record Babbles(List<String> pieces) implements Act {
        public Babbles {
            pieces = List.copyOf(pieces);
        }
    }

    /** It answers with the wish for a tool. */
    record WishesFor(String tool, String arguments) implements Act {}

    /** It takes the request, and says nothing for so long; then the connection ends. */
    record KeepsSilent(Duration time) implements Act {}

    /** It answers at once, a word at a time. */
    static Act says(String text) {
        return slowly(text, Duration.ZERO, Duration.ZERO);
    }

    static Act slowly(String text, Duration first, Duration between) {
        return new Says(words(text), first, between);
    }

    static Act refuses(int status) {
        return new Refuses(status, Map.of(), "{\"error\":{\"message\":\"scripted\"}}");
    }

    /** 429, with what it says of when to come again. */
    static Act limits(Duration retryAfter) {
        return new Refuses(
                429,
                Map.of("Retry-After", Long.toString(retryAfter.toSeconds())),
                "{\"error\":{\"message\":\"slow down\"}}");
    }

    static Act tooLong() {
        return new Refuses(
                400,
                Map.of(),
                "{\"error\":{\"code\":\"context_length_exceeded\",\"message\":\"maximum context length\"}}");
    }

    /** Words with the space that follows them. */
    static List<String> words(String text) {
        return Arrays.asList(text.split("(?<= )"));
    }
}
