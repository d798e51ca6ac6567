package dev.warren.leveling.level;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.RoleId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The roles that reward levels.
 *
 * @param replacing whether the highest reached one replaces those below it; else members keep all
 * @param roles by the level that earns them, at most {@link #MOST}
 */
record Rewards(boolean replacing, NavigableMap<Integer, RoleId> roles) {
    static final Rewards NONE = new Rewards(false, new TreeMap<>());
    static final int MOST = 50;
    static final int HIGHEST = 1_000;

    private static final ObjectMapper MAPPER = WireJson.mapper();

    Rewards {
        if (roles.size() > MOST) {
            throw new IllegalArgumentException("level roles must be at most " + MOST + ": " + roles.size());
        }
        roles.keySet().forEach(level -> {
            if (level < 1 || level > HIGHEST) {
                throw new IllegalArgumentException("level must be 1 to " + HIGHEST + ": " + level);
            }
        });
        roles = Collections.unmodifiableNavigableMap(new TreeMap<>(roles));
    }

    /** The roles that somebody of a level should hold. */
    Set<RoleId> due(int level) {
        var reached = roles.headMap(level, true);
        if (reached.isEmpty()) {
            return Set.of();
        }
        return replacing ? Set.of(reached.lastEntry().getValue()) : new HashSet<>(reached.values());
    }

    /** The roles that somebody of a level should not hold; where rewards stack, nothing is ever taken. */
    Set<RoleId> undue(int level) {
        if (!replacing) {
            return Set.of();
        }
        var undue = new HashSet<>(roles.headMap(level, true).values());
        undue.removeAll(due(level));
        return undue;
    }

    /** Whether a level between the two, the second included, changes what is due. */
    boolean changes(int previous, int level) {
        return !roles.subMap(previous, false, level, true).isEmpty();
    }

    Rewards with(int level, RoleId role) {
        var changed = new TreeMap<>(roles);
        changed.put(level, role);
        return new Rewards(replacing, changed);
    }

    Rewards without(int level) {
        var changed = new TreeMap<>(roles);
        changed.remove(level);
        return new Rewards(replacing, changed);
    }

    Rewards replacing(boolean does) {
        return new Rewards(does, roles);
    }

    /** Of a setting's value; none for what only other hands can have written. */
    static Rewards read(Optional<String> json) {
        if (json.isEmpty()) {
            return NONE;
        }
        try {
            var tree = MAPPER.readTree(json.get());
            var roles = new TreeMap<Integer, RoleId>();
            tree.path("roles")
                    .properties()
                    .forEach(entry -> roles.put(
                            Integer.valueOf(entry.getKey()),
                            RoleId.of(entry.getValue().asText())));
            return new Rewards(tree.path("replacing").asBoolean(), roles);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return NONE;
        }
    }

    /** As a setting's value. */
    Optional<String> write() {
        if (equals(NONE)) {
            return Optional.empty();
        }
        var json = MAPPER.createObjectNode().put("replacing", replacing);
        var written = json.putObject("roles");
        roles.forEach((level, role) -> written.put(level.toString(), role.toString()));
        return Optional.of(json.toString());
    }

    /** The roles in the order of their levels. */
    List<RoleId> inOrder() {
        return List.copyOf(roles.values());
    }
}
