package dev.warren.ai.store;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Plain SQL in a handler's transaction; parameters are {@code ?1}, {@code ?2}, … */
public final class Sql {
    private Sql() {}

    /** The rows of a query. Select two columns or more: Hibernate hands a single one over without its row. */
    public static Uni<List<Object[]>> rows(Mutiny.StatelessSession tx, String sql, Object... parameters) {
        var query = tx.createNativeQuery(sql, Object[].class);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.getResultList();
    }

    /** How many rows a statement touched. */
    public static Uni<Integer> execute(Mutiny.StatelessSession tx, String sql, Object... parameters) {
        var query = tx.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.executeUpdate();
    }
}
