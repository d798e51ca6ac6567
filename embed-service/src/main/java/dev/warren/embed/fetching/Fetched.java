package dev.warren.embed.fetching;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** What came of a request. */
public sealed interface Fetched {
    /**
     * The address answered, with whatever status.
     *
     * @param address after redirects
     * @param status of HTTP
     * @param headers names in lower case; of a repeated one the first
     * @param body decompressed; empty where the status has none
     */
    @SuppressWarnings("ArrayRecordComponent") // a body is read once and never compared
    record Answer(URI address, int status, Map<String, String> headers, byte[] body) implements Fetched {
        public Answer {
            headers = Map.copyOf(headers);
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        public boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * It was not asked, or its answer was not read to the end: a rule forbids it.
     *
     * @param rule a short word for metrics, such as {@code private-address} or {@code too-large}
     */
    record Refused(String rule, String detail) implements Fetched {}

    /**
     * It did not answer.
     *
     * @param reason a short word for metrics, such as {@code timeout} or {@code connection}
     */
    record Failed(String reason) implements Fetched {}
}
