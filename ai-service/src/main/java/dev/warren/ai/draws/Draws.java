package dev.warren.ai.draws;

import dev.warren.ai.store.Sql;
import dev.warren.schemas.ids.EventId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.hibernate.reactive.mutiny.Mutiny;

/** Draws by the service's own seed, which is drawn once and recorded. */
@ApplicationScoped
public class Draws {
    private static final int SEED_BYTES = 32;
    private static final String RECORD =
            "INSERT INTO draw_seed (one, seed) VALUES (true, ?1) ON CONFLICT (one) DO NOTHING";
    private static final String RECORDED = "SELECT seed, one FROM draw_seed";

    private final SecureRandom random = new SecureRandom();

    /** The numbers of an event, the same however often it comes. */
    public Uni<Draw> of(Mutiny.StatelessSession tx, EventId event) {
        return recorded(tx).map(seed -> new Draw(seed, event));
    }

    private Uni<String> recorded(Mutiny.StatelessSession tx) {
        return Sql.rows(tx, RECORDED)
                .chain(rows -> rows.isEmpty()
                        ? Sql.execute(tx, RECORD, drawn()).chain(() -> recorded(tx))
                        : Uni.createFrom().item((String) rows.getFirst()[0]));
    }

    private String drawn() {
        var bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
