package dev.warren.gateway.outbound.rendering;

import dev.warren.gateway.rest.RestBody;
import dev.warren.gateway.rest.RestBody.FilePart;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** A message body as Discord takes it, or why Discord would not. */
public sealed interface Rendering {
    /** The messages, one unless the content was too long; at least one. */
    record Ready(List<Part> parts) implements Rendering {
        public Ready {
            parts = List.copyOf(parts);
        }
    }

    /** It breaks a limit of Discord's. The reason holds no content. */
    record Impossible(String reason) implements Rendering {}

    /** One message. The JSON is not shared: callers may add what their route needs. */
    record Part(JsonObject json, List<FilePart> files) {
        public Part {
            files = List.copyOf(files);
        }

        /** The body of a request that has the message's fields at its top. */
        public RestBody body() {
            return body(json);
        }

        /** The body of a request that wraps them. */
        public RestBody body(JsonObject payload) {
            return files.isEmpty()
                    ? new RestBody.Json(payload.toBuffer())
                    : new RestBody.Multipart(payload.toBuffer(), files);
        }
    }
}
