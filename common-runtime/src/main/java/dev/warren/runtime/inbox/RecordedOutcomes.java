package dev.warren.runtime.inbox;

import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Recorded outcomes as somebody's content. */
@ApplicationScoped
public class RecordedOutcomes {
    private static final String FIND = "from InboxRow where hasContent = true and outcome like :id";
    private static final String BLANK =
            "update InboxRow set outcome = :outcome, hasContent = false where eventId = :event";

    private final RecordedOutcome outcomes = new RecordedOutcome();

    /** Blanks the content of all that names this member, in the caller's transaction. It looks at each outcome that has content still. */
    public Uni<Void> blank(Mutiny.StatelessSession tx, UserId user) {
        return tx.createSelectionQuery(FIND, InboxRow.class)
                .setParameter("id", "%" + user + "%")
                .getResultList()
                .chain(rows -> blank(tx, rows));
    }

    private Uni<Void> blank(Mutiny.StatelessSession tx, List<InboxRow> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> tx.createMutationQuery(BLANK)
                        .setParameter("outcome", outcomes.blank(row.outcome))
                        .setParameter("event", row.eventId)
                        .executeUpdate())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
