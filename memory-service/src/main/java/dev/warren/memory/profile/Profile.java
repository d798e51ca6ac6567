package dev.warren.memory.profile;

import dev.warren.schemas.ids.UserId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a member tells of themselves.
 *
 * @param values what was checked by {@link Field}; what is not told is not there
 */
record Profile(UserId member, Map<Field, String> values) {
    Profile {
        var kept = new EnumMap<Field, String>(Field.class);
        values.forEach((field, value) -> {
            if (value.length() > field.longest()) {
                throw new IllegalArgumentException(
                        field.id() + " must have at most " + field.longest() + " characters: " + value.length());
            }
            if (!value.isEmpty()) {
                kept.put(field, value);
            }
        });
        values = Map.copyOf(kept);
    }

    static Profile empty(UserId member) {
        return new Profile(member, Map.of());
    }

    Optional<String> value(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    Optional<ZoneId> timezone() {
        return value(Field.TIMEZONE).map(ZoneId::of);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The same with other values; an empty one takes a field away. */
    Profile with(Map<Field, String> changes) {
        var merged = new EnumMap<Field, String>(Field.class);
        merged.putAll(values);
        merged.putAll(changes);
        return new Profile(member, merged);
    }

    /** The names of the fields in which two differ, in order. */
    List<String> changedFrom(Profile before) {
        var changed = new ArrayList<String>();
        for (var field : Field.values()) {
            if (!value(field).equals(before.value(field))) {
                changed.add(field.id());
            }
        }
        return changed;
    }
}
