package dev.warren.ai.work;

import dev.warren.runtime.events.Outgoing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.function.Function;

/**
 * What came of a job.
 *
 * @param effect done in the transaction that stores the outcome, once; it gives what to emit
 */
public record Done(Function<SqlConnection, Uni<List<Outgoing<?>>>> effect) {
    /** Nothing but these events. */
    public static Done emitting(List<Outgoing<?>> events) {
        var all = List.copyOf(events);
        return new Done(_ -> Uni.createFrom().item(all));
    }
}
