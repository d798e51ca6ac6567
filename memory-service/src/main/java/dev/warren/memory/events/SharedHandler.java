package dev.warren.memory.events;

import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Gives each event to the one room that it concerns.
 *
 * @param <P> the payloads of the topic
 */
final class SharedHandler<P> implements EventHandler<P> {
    private final List<EventHandler<P>> rooms;
    private final Predicate<ConsumerRecord<String, byte[]>> theirs;

    /** @param theirs whether a record is for rooms at all, by its headers alone */
    SharedHandler(List<EventHandler<P>> rooms, Predicate<ConsumerRecord<String, byte[]>> theirs) {
        this.rooms = List.copyOf(rooms);
        this.theirs = theirs;
    }

    private Optional<EventHandler<P>> room(Received<P> received) {
        return rooms.stream().filter(room -> room.concerns(received)).findFirst();
    }

    private EventHandler<P> theRoom(Received<P> received) {
        return room(received)
                .orElseThrow(() -> new IllegalStateException(
                        "this concerns no room: " + received.event().id()));
    }

    @Override
    public boolean mayConcern(ConsumerRecord<String, byte[]> record) {
        return theirs.test(record) && rooms.stream().anyMatch(room -> room.mayConcern(record));
    }

    @Override
    public boolean concerns(Received<P> received) {
        return room(received).isPresent();
    }

    @Override
    public Uni<Void> prepare(List<Received<P>> batch) {
        var preparing = rooms.stream()
                .map(room -> room.prepare(batch.stream().filter(room::concerns).toList()))
                .toList();
        return preparing.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(preparing).andCollectFailures().replaceWithVoid();
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<P> received, Mutiny.StatelessSession tx) {
        return theRoom(received).handle(received, tx);
    }

    @Override
    public boolean isLight(Received<P> received) {
        return theRoom(received).isLight(received);
    }

    @Override
    public Uni<List<Outgoing<?>>> light(Received<P> received) {
        return theRoom(received).light(received);
    }

    @Override
    public String name(Received<P> received) {
        return room(received)
                .map(room -> room.name(received))
                .orElseGet(() -> received.position().topic());
    }

    @Override
    public List<Outgoing<?>> givenUp(Received<P> received, String incident) {
        return theRoom(received).givenUp(received, incident);
    }
}
