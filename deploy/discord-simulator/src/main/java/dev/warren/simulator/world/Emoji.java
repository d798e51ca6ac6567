package dev.warren.simulator.world;

import io.vertx.core.json.JsonObject;

/** Emojis as paths name them: the character itself, or {@code name:id}. */
public final class Emoji {
    private Emoji() {}

    public static JsonObject json(String path) {
        int colon = path.indexOf(':');
        return colon < 0
                ? new JsonObject().put("id", null).put("name", path)
                : new JsonObject().put("id", path.substring(colon + 1)).put("name", path.substring(0, colon));
    }
}
