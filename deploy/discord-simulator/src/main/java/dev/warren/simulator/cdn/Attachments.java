package dev.warren.simulator.cdn;

import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.World;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The bytes of attachments; the oldest go when there are too many bytes. Confined to the event loop. */
public final class Attachments {
    private static final int PNG_HEADER = 24;
    private final World world;
    private final String baseUri;
    private final long boundBytes;
    private final Map<String, Stored> files = new LinkedHashMap<>();
    private long bytesHeld;

    /** A file and its media type. */
    public record Stored(String type, Buffer bytes) {}

    public Attachments(World world, String baseUri, long boundBytes) {
        this.world = world;
        this.baseUri = baseUri;
        this.boundBytes = boundBytes;
    }

    /** Keeps a file and gives its attachment object. */
    public JsonObject keep(Channel channel, String name, String type, Buffer bytes, Optional<String> description) {
        Snowflake id = world.nextId();
        String plainName = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String path = "/attachments/" + channel.id() + "/" + id + "/" + plainName;
        files.put(path, new Stored(type, bytes));
        bytesHeld += bytes.length();
        Iterator<Stored> oldest = files.values().iterator();
        while (bytesHeld > boundBytes && oldest.hasNext()) {
            bytesHeld -= oldest.next().bytes().length();
            oldest.remove();
        }
        String url = baseUri + "/cdn" + path;
        var json = new JsonObject()
                .put("id", id.toString())
                .put("filename", plainName)
                .put("size", bytes.length())
                .put("url", url)
                .put("proxy_url", url)
                .put("content_type", type)
                .put("content_scan_version", 0)
                .put("flags", 0);
        description.ifPresent(text -> json.put("description", text));
        if (bytes.length() > PNG_HEADER
                && bytes.getString(1, 4, StandardCharsets.ISO_8859_1.name()).equals("PNG")) {
            json.put("width", bytes.getInt(16)).put("height", bytes.getInt(20)).put("placeholder_version", 1);
        }
        return json;
    }

    Optional<Stored> find(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
