package dev.warren.runtime.events;

import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Topic;

/**
 * An event on its way out. Its subject is the record's key.
 *
 * @param <P> the payloads of the topic
 */
public record Outgoing<P>(Topic<P> topic, Event<? extends P> event) {}
