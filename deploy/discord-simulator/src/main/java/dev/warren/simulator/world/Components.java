package dev.warren.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Message and modal components, as the nested arrays in which Discord carries them.
 *
 * @see <a href="https://discord.com/developers/docs/components/reference">Component reference</a>
 */
public final class Components {
    private static final List<String> CHILDREN = List.of("components", "accessory", "component");
    private static final int TEXT_DISPLAY = 10;

    private Components() {}

    /** All components of a tree, parents first. */
    public static List<JsonObject> flatten(@Nullable JsonArray roots) {
        var all = new ArrayList<JsonObject>();
        if (roots != null) {
            roots.forEach(root -> collect(root, all));
        }
        return all;
    }

    private static void collect(@Nullable Object node, List<JsonObject> all) {
        if (node instanceof JsonArray list) {
            list.forEach(child -> collect(child, all));
        } else if (node instanceof JsonObject component) {
            all.add(component);
            CHILDREN.forEach(name -> collect(component.getValue(name), all));
        }
    }

    /** The objects in an array; none where there is no array. */
    public static List<JsonObject> objects(@Nullable JsonArray array) {
        var list = new ArrayList<JsonObject>();
        if (array != null) {
            for (Object each : array) {
                if (each instanceof JsonObject object) {
                    list.add(object);
                }
            }
        }
        return list;
    }

    public static Optional<JsonObject> withCustomId(@Nullable JsonArray roots, String customId) {
        return flatten(roots).stream()
                .filter(component -> customId.equals(component.getValue("custom_id")))
                .findFirst();
    }

    /** A custom id that stands twice in the tree. */
    public static Optional<String> repeatedCustomId(@Nullable JsonArray roots) {
        Set<String> seen = new HashSet<>();
        return flatten(roots).stream()
                .map(component -> component.getString("custom_id"))
                .filter(id -> id != null && !seen.add(id))
                .findFirst();
    }

    /** The text of all text displays. */
    static String text(@Nullable JsonArray roots) {
        if (roots == null || roots.isEmpty()) {
            return "";
        }
        var text = new StringBuilder();
        for (JsonObject component : flatten(roots)) {
            if (component.getInteger("type", 0) == TEXT_DISPLAY) {
                text.append('\n').append(component.getString("content", ""));
            }
        }
        return text.toString();
    }

    /** A copy in which each component has an id, as Discord gives those that have none. */
    static JsonArray numbered(@Nullable JsonArray roots) {
        if (roots == null) {
            return new JsonArray();
        }
        JsonArray copy = roots.copy();
        int next = 1;
        for (JsonObject component : flatten(copy)) {
            if (component.getInteger("id", 0) == 0) {
                component.put("id", next);
            }
            next++;
        }
        return copy;
    }
}
