package dev.warren.eventviewer.chains;

import dev.warren.eventviewer.records.SeenRecord;
import java.time.Instant;
import java.util.Optional;

/**
 * A record on the way of an event.
 *
 * @param record as it lies in its topic
 * @param service which process wrote it
 * @param told what it says
 * @param at when it happened, as well as is known
 * @param exact whether the record itself says so; else it is when the viewer saw it, or the event's time
 * @param depth how many causes stand before it
 * @param parent the place of its cause in the list of steps; none for the first
 * @param copy whether the same event stands in the topic before it: nobody acts on it again
 */
public record Step(
        SeenRecord record,
        String service,
        Told told,
        Instant at,
        boolean exact,
        int depth,
        Optional<Integer> parent,
        boolean copy) {}
