package dev.warren.embed.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.embed.providers.Preview;
import dev.warren.schemas.event.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * What is remembered of a link, as JSON.
 *
 * @param provider who told it
 * @param preview none where there is nothing to show
 * @param reason why not; empty where there is something
 */
record Memo(String provider, Optional<Preview> preview, String reason, boolean trouble) {
    private static final ObjectMapper MAPPER = WireJson.mapper();

    static Memo of(Shown shown) {
        return switch (shown) {
            case Shown.Known(var provider, var preview) -> new Memo(provider, Optional.of(preview), "", false);
            case Shown.Nothing(var reason) -> new Memo("", Optional.empty(), reason, false);
            case Shown.Trouble(var reason) -> new Memo("", Optional.empty(), reason, true);
            case Shown.Busy _ -> throw new IllegalArgumentException("that nobody was asked is not remembered");
        };
    }

    Shown shown() {
        return preview.<Shown>map(known -> new Shown.Known(provider, known))
                .orElseGet(() -> trouble ? new Shown.Trouble(reason) : new Shown.Nothing(reason));
    }

    byte[] write() {
        try {
            return MAPPER.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** None for what another build wrote in a form of its own. */
    static Optional<Memo> read(byte[] json) {
        try {
            return Optional.of(MAPPER.readValue(json, Memo.class));
        } catch (IOException otherForm) {
            return Optional.empty();
        }
    }
}
