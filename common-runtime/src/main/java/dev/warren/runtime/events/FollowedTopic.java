package dev.warren.runtime.events;

import dev.warren.schemas.topics.Topic;

/**
 * A topic that every instance reads whole, from its beginning: a view of what is. Implement it as a bean.
 *
 * @param <P> the payloads of the topic
 */
public interface FollowedTopic<P> {
    Topic<P> topic();

    /** Whether records of this wire type are to be told; others are not even read. */
    default boolean concerns(String type) {
        return true;
    }

    /** The next record, in order; on one thread, which must not wait. The same record may come again. */
    void accept(Received<P> received);

    /** A tombstone. */
    default void removed(String key) {}
}
