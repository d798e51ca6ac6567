package dev.warren.runtime.timers;

import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.inbox.RecordedOutcome;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What is due later. When it is due, its record is published, at least once and always under the same id; the effect happens when that
 * record is consumed, once, thanks to the inbox. So give the event a deterministic id, such as
 * {@code reminder:42@2026-11-20T09:00:00Z}, and the due time as its time: age counts from there.
 */
@ApplicationScoped
public class Timers {
    private final EventCodec codec;
    private final TimerPoller poller;
    private final RecordedOutcome outcomes = new RecordedOutcome();

    Timers(EventCodec codec, TimerPoller poller) {
        this.codec = codec;
        this.poller = poller;
    }

    /**
     * Schedules a record in the caller's transaction; a timer of that id is replaced.
     *
     * @param id unique within the service; at most 240 characters
     * @param dueAt what is past is published at once
     */
    public Uni<Void> schedule(Mutiny.StatelessSession tx, String id, Instant dueAt, Outgoing<?> record) {
        return schedule(tx, id, dueAt, record, Optional.empty());
    }

    /** The same for something of a guild's: it rests while the bot is not in the guild, and goes with what is kept of it. */
    public Uni<Void> schedule(Mutiny.StatelessSession tx, GuildId guild, String id, Instant dueAt, Outgoing<?> record) {
        return schedule(tx, id, dueAt, record, Optional.of(guild));
    }

    private Uni<Void> schedule(
            Mutiny.StatelessSession tx, String id, Instant dueAt, Outgoing<?> record, Optional<GuildId> guild) {
        if (id.isBlank() || id.length() > 240) {
            throw new IllegalArgumentException("id must have 1 to 240 characters: " + id);
        }
        var encoded = outcomes.write(List.of(codec.encode(record, Optional.empty())));
        return tx.upsert(new TimerRow(id, dueAt, encoded, guild)).invoke(() -> poller.expect(dueAt));
    }

    /** Cancels a timer in the caller's transaction; whether there was one that was not published yet. */
    public Uni<Boolean> cancel(Mutiny.StatelessSession tx, String id) {
        return tx.createMutationQuery("delete from TimerRow where id = :id")
                .setParameter("id", id)
                .executeUpdate()
                .map(deleted -> deleted > 0);
    }

    /** Cancels all timers of a guild in the caller's transaction. */
    public Uni<Void> forget(Mutiny.StatelessSession tx, GuildId guild) {
        return tx.createMutationQuery("delete from TimerRow where guild = :guild")
                .setParameter("guild", guild.value())
                .executeUpdate()
                .replaceWithVoid();
    }
}
