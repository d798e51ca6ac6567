package dev.warren.economy.desk;

import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.leveling.LevelingEvent.LevelReached;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Does something when a member has reached a level, once for each. Implement it as a bean. */
public interface LevelHandler {
    Uni<List<Outgoing<?>>> reached(Occasion occasion, LevelReached reached, Mutiny.StatelessSession tx);
}
