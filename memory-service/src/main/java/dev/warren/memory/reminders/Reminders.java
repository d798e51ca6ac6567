package dev.warren.memory.reminders;

import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** All reminders. What is found to be changed is locked until the transaction ends. */
interface Reminders {
    /** Stores a new one and gives it with its number. */
    Uni<Reminder> add(Mutiny.StatelessSession tx, Reminder reminder);

    Uni<Void> save(Mutiny.StatelessSession tx, Reminder reminder);

    Uni<Optional<Reminder>> find(Mutiny.StatelessSession tx, long id);

    Uni<Optional<Reminder>> findByReply(Mutiny.StatelessSession tx, EventId reply);

    /** Those of a member that wait, the next one first. */
    Uni<List<Reminder>> waiting(Mutiny.StatelessSession tx, UserId member);

    /** All of a member that are kept, the oldest first. */
    Uni<List<Reminder>> all(Mutiny.StatelessSession tx, UserId member);

    /** Deletes all of a member, with their timers. */
    Uni<Void> erase(Mutiny.StatelessSession tx, UserId member);

    /** How many of a member wait. Until the transaction ends nobody else counts those of that member. */
    Uni<Long> count(Mutiny.StatelessSession tx, UserId member);

    Uni<Void> deleteDrafts(Mutiny.StatelessSession tx, UserId member);
}
