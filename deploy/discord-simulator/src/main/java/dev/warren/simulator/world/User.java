package dev.warren.simulator.world;

import io.vertx.core.json.JsonObject;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Somebody at the local Discord, in any number of guilds.
 *
 * @param id at Discord
 * @param name as shown, 1 to 80 characters
 * @param bot whether an application acts through it
 */
public record User(Snowflake id, String name, boolean bot) {
    private static final int MAX_NAME = 80;

    public User {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("name must have 1 to 80 characters: " + name);
        }
    }

    /** Discord's unique user name: lower case letters, digits, dots and underscores. */
    public String username() {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.]", "_");
        return plain.length() < 2 ? plain + "_" : plain.substring(0, Math.min(plain.length(), 32));
    }

    /** The hash under which the CDN serves the avatar, 32 hexadecimal digits made from the id. */
    public String avatar() {
        long a = id.value() * 0x9E3779B97F4A7C15L;
        long b = (a ^ (a >>> 29)) * 0xBF58476D1CE4E5B9L;
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(a) + hex.toHexDigits(b);
    }

    /** The user object as Discord sends it. */
    public JsonObject json() {
        var json = new JsonObject()
                .put("id", id.toString())
                .put("username", bot ? name : username())
                .put("discriminator", bot ? "0001" : "0")
                .put("avatar", avatar())
                .put("public_flags", 0)
                .put("flags", 0)
                .put("banner", null)
                .put("accent_color", null)
                .put("global_name", bot ? null : name)
                .put("avatar_decoration_data", null)
                .put("collectibles", null)
                .put("primary_guild", null);
        return bot ? json.put("bot", true) : json;
    }

    public String mention() {
        return "<@" + id + ">";
    }
}
