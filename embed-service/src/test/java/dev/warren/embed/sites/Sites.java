package dev.warren.embed.sites;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What stands at addresses. An address is looked up with its query, then without; where nothing stands there is a 404. */
public final class Sites {
    private static final Page NOWHERE = new Page(404, Map.of("content-type", "text/plain"), new byte[0]);

    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<Visit> visits = new CopyOnWriteArrayList<>();

    /** One answer. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Page(int status, Map<String, String> headers, byte[] body) {}

    /** One question. */
    public record Visit(URI address, Map<String, String> headers) {}

    /** Lays a page at an address. */
    public Sites at(String address, int status, String type, byte[] body, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("content-type", type);
        pages.put(address, new Page(status, all, body));
        return this;
    }

    public Sites text(String address, String type, String body) {
        return at(address, 200, type, body.getBytes(UTF_8), Map.of());
    }

    /** Lays a fixture of the tests' resources; its name tells its type. */
    public Sites fixture(String address, String resource) {
        var type = resource.endsWith(".json")
                ? "application/json"
                : resource.endsWith(".xml") ? "application/xml" : "text/html";
        return at(address, 200, type, read(resource), Map.of());
    }

    public static byte[] read(String resource) {
        try (var stream = Sites.class.getResourceAsStream("/" + resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no such fixture: " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Page visit(URI address, Map<String, String> headers) {
        visits.add(new Visit(address, headers));
        var text = address.toString();
        int query = text.indexOf('?');
        var plain = query < 0 ? text : text.substring(0, query);
        var page = pages.containsKey(text) ? pages.get(text) : pages.getOrDefault(plain, NOWHERE);
        var etag = page.headers().get("etag");
        return etag != null && etag.equals(headers.get("if-none-match"))
                ? new Page(304, page.headers(), new byte[0])
                : page;
    }

    /** All that was asked, in order. */
    public List<Visit> visits() {
        return new ArrayList<>(visits);
    }
}
