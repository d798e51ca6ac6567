package dev.warren.schemas.published;

import dev.warren.schemas.event.EventTypes;

/**
 * A payload as it could travel.
 *
 * @param name {@code full} has everything, {@code minimal} lacks all that may be absent; others show what excludes each other
 */
record Sample(String name, Record payload) {
    static Sample full(Record payload) {
        return new Sample("full", payload);
    }

    static Sample minimal(Record payload) {
        return new Sample("minimal", payload);
    }

    static Sample named(String name, Record payload) {
        return new Sample(name, payload);
    }

    String type() {
        return EventTypes.nameOf(payload.getClass());
    }
}
