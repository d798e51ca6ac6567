package dev.warren.simulator.world;

import io.vertx.core.json.JsonObject;

/** What every channel of a guild carries, so that clients find the fields that they count on. */
final class ChannelAttributes {
    private static final int BITRATE = 64_000;

    private ChannelAttributes() {}

    static JsonObject of(ChannelType type, String name, int position) {
        var attributes = new JsonObject()
                .put("name", name)
                .put("topic", null)
                .put("nsfw", false)
                .put("rate_limit_per_user", 0)
                .put("parent_id", null)
                .put("position", position);
        return type.voice()
                ? attributes.put("bitrate", BITRATE).put("user_limit", 0).put("rtc_region", null)
                : attributes;
    }
}
