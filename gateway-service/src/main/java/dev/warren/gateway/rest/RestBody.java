package dev.warren.gateway.rest;

import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** What a request carries. */
public sealed interface RestBody {
    /** Nothing. */
    record None() implements RestBody {}

    /** JSON, already encoded. */
    record Json(Buffer bytes) implements RestBody {
        public Json {
            requireNonNull(bytes, "bytes");
        }
    }

    /** Files, with the JSON that describes the message in the part {@code payload_json}. */
    record Multipart(Buffer payload, List<FilePart> files) implements RestBody {
        public Multipart {
            requireNonNull(payload, "payload");
            if (files.isEmpty()) {
                throw new IllegalArgumentException("files must hold at least one: []");
            }
            files = List.copyOf(files);
        }
    }

    /**
     * One file; the n-th is sent as {@code files[n]}.
     *
     * @param name the file's name as members see it
     * @param mediaType such as {@code image/png}
     */
    record FilePart(String name, String mediaType, Buffer bytes) {
        public FilePart {
            if (name.isBlank()) {
                throw new IllegalArgumentException("name must not be blank: '" + name + "'");
            }
            requireNonNull(mediaType, "mediaType");
            requireNonNull(bytes, "bytes");
        }
    }
}
