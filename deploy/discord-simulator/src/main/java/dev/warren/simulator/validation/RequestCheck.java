package dev.warren.simulator.validation;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * What is checked of a request.
 *
 * @param method of HTTP
 * @param template as in the document, as {@code /channels/{channel_id}/messages}
 * @param path parameters in the path
 * @param query parameters after it
 * @param body JSON as it came; empty when there is none
 * @param multipart whether it came in a form with files
 */
public record RequestCheck(
        String method,
        String template,
        Map<String, String> path,
        List<Entry<String, String>> query,
        String body,
        boolean multipart) {

    String operation() {
        return method + " " + template;
    }
}
