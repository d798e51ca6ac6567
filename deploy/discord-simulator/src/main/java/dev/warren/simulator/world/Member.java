package dev.warren.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A user's place in one guild.
 *
 * @param user who
 * @param nick name in this guild
 * @param roles ids of its roles without {@code @everyone}
 * @param joinedAt when the user joined
 * @param timedOutUntil end of a timeout, which may have passed
 */
public record Member(
        User user, Optional<String> nick, Set<Snowflake> roles, Instant joinedAt, Optional<Instant> timedOutUntil) {

    public Member {
        roles = Set.copyOf(roles);
    }

    public boolean timedOut(Instant now) {
        return timedOutUntil.filter(now::isBefore).isPresent();
    }

    public String displayName() {
        return nick.orElse(user.name());
    }

    public Member withRoles(Set<Snowflake> newRoles) {
        return new Member(user, nick, newRoles, joinedAt, timedOutUntil);
    }

    public Member withRole(Snowflake role) {
        Set<Snowflake> more = new LinkedHashSet<>(roles);
        more.add(role);
        return withRoles(more);
    }

    public Member withoutRole(Snowflake role) {
        Set<Snowflake> fewer = new LinkedHashSet<>(roles);
        fewer.remove(role);
        return withRoles(fewer);
    }

    public Member withNick(Optional<String> newNick) {
        return new Member(user, newNick, roles, joinedAt, timedOutUntil);
    }

    public Member withTimeout(Optional<Instant> until) {
        return new Member(user, nick, roles, joinedAt, until);
    }

    /** The member object without its user, as it accompanies messages. */
    public JsonObject partial() {
        var ids = new JsonArray();
        roles.stream().sorted().forEach(role -> ids.add(role.toString()));
        return new JsonObject()
                .put("roles", ids)
                .put("premium_since", null)
                .put("pending", false)
                .put("nick", nick.orElse(null))
                .put("mute", false)
                .put("joined_at", Times.format(joinedAt))
                .put("flags", 0)
                .put("deaf", false)
                .put(
                        "communication_disabled_until",
                        timedOutUntil.map(Times::format).orElse(null))
                .put("banner", null)
                .put("avatar", null);
    }

    /** The member object with its user. */
    public JsonObject json() {
        return partial().put("user", user.json());
    }
}
