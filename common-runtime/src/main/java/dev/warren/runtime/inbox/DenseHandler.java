package dev.warren.runtime.inbox;

import dev.warren.runtime.events.Received;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/**
 * Stores a batch of a dense stream in one statement or few. There is no inbox row: it must be idempotent by the natural key of what it
 * stores, whatever the order and the repetition.
 *
 * @param <P> the payloads of the topic
 */
@FunctionalInterface
public interface DenseHandler<P> {
    /** Stores the batch, in the transaction that also advances the offsets. Keys are sorted, or concurrent batches deadlock. */
    Uni<Void> store(List<Received<P>> batch, SqlConnection tx);
}
