package dev.warren.simulator.world;

import io.vertx.core.json.JsonObject;

/**
 * What a channel allows or denies to a role or a member.
 *
 * @param id of the role or the user
 * @param member whether it is for a member
 * @param allow bits of {@link Permission}
 * @param deny bits of {@link Permission}
 */
public record Overwrite(Snowflake id, boolean member, long allow, long deny) {

    public JsonObject json() {
        return new JsonObject()
                .put("id", id.toString())
                .put("type", member ? 1 : 0)
                .put("allow", Long.toString(allow))
                .put("deny", Long.toString(deny));
    }
}
