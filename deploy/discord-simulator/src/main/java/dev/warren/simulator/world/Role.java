package dev.warren.simulator.world;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * A role in a guild. The role that has the guild's id is {@code @everyone}.
 *
 * @param id at Discord
 * @param name as shown
 * @param color 0 to 0xFFFFFF, 0 for none
 * @param hoist whether its members are listed apart
 * @param position 0 for {@code @everyone}; higher is mightier
 * @param permissions bits of {@link Permission}
 * @param mentionable whether everybody may mention it
 * @param bot whose own (managed) role this is
 */
public record Role(
        Snowflake id,
        String name,
        int color,
        boolean hoist,
        int position,
        long permissions,
        boolean mentionable,
        Optional<Snowflake> bot) {

    /** Whether this role stands above the other; of equal positions the older role is higher, as at Discord. */
    public boolean above(Role other) {
        return position != other.position ? position > other.position : id.compareTo(other.id) < 0;
    }

    Role at(int newPosition) {
        return new Role(id, name, color, hoist, newPosition, permissions, mentionable, bot);
    }

    /** The role object as Discord sends it. */
    public JsonObject json() {
        var json = new JsonObject()
                .put("id", id.toString())
                .put("name", name)
                .put("description", null)
                .put("permissions", Long.toString(permissions))
                .put("position", position)
                .put("color", color)
                .put(
                        "colors",
                        new JsonObject()
                                .put("primary_color", color)
                                .put("secondary_color", null)
                                .put("tertiary_color", null))
                .put("hoist", hoist)
                .put("managed", bot.isPresent())
                .put("mentionable", mentionable)
                .put("icon", null)
                .put("unicode_emoji", null)
                .put("flags", 0);
        bot.ifPresent(user -> json.put("tags", new JsonObject().put("bot_id", user.toString())));
        return json;
    }
}
