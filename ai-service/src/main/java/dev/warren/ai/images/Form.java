package dev.warren.ai.images;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A form of text fields as {@code multipart/form-data}. Source: RFC 7578. */
final class Form {
    private final String boundary = "warren-" + UUID.randomUUID();
    private final Map<String, String> fields = new LinkedHashMap<>();

    Form field(String name, String value) {
        fields.put(name, value);
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        return BodyPublishers.ofString(
                body.append("--%s--\r\n".formatted(boundary)).toString());
    }
}
