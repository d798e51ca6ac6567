package dev.warren.leveling.experience;

import dev.warren.runtime.events.Received;
import dev.warren.schemas.discord.FactEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** What else is kept of facts. Implement it as a bean: it stores each batch in the transaction that stores the awards. */
@FunctionalInterface
public interface FactSink {
    /** Stores a batch, idempotent by the natural key of what it stores. */
    Uni<Void> store(List<Received<FactEvent>> batch, SqlConnection tx);
}
