package dev.warren.economy.due;

import dev.warren.economy.desk.Occasion;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.economy.MarketEvents.DeadlineReached;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Does what is due. Implement it as a bean. */
public interface DueHandler {
    /** What its times are set for. */
    Deadline of();

    /** Does it, once for each time; what has ended meanwhile is passed over. */
    Uni<List<Outgoing<?>>> due(Occasion occasion, DeadlineReached due, Mutiny.StatelessSession tx);
}
