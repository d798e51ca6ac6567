package dev.warren.simulator.rest;

import dev.warren.simulator.world.Components;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What Discord demands of a modal beyond its document. */
final class ModalForms {
    private static final int MAX_TITLE = 45;
    private static final int MAX_COMPONENTS = 5;

    private ModalForms() {}

    static void check(JsonObject data) {
        String title = data.getString("title", "");
        if (title.isEmpty() || title.length() > MAX_TITLE) {
            throw Refused.form("data.title", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 45 in length.");
        }
        if (data.getString("custom_id", "").isEmpty()) {
            throw Refused.form("data.custom_id", "BASE_TYPE_REQUIRED", "This field is required");
        }
        JsonArray components = data.getJsonArray("components", new JsonArray());
        if (components.isEmpty() || components.size() > MAX_COMPONENTS) {
            throw Refused.form("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        }
        Components.repeatedCustomId(components).ifPresent(id -> {
            throw Refused.form(
                    "data.components", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        });
    }
}
