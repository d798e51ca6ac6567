package dev.warren.economy.ledger;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows turned into arrays, one for each column, as {@code unnest} wants them. */
public final class Columns {
    private Columns() {}

    public static <R> Long[] numbers(Collection<R> rows, Function<R, Long> value) {
        return of(rows, value, Long[]::new);
    }

    public static <R> String[] texts(Collection<R> rows, Function<R, String> value) {
        return of(rows, value, String[]::new);
    }

    /** The values of a column, in the order of the rows. */
    public static <R, C extends @Nullable Object> C[] of(
            Collection<R> rows, Function<R, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /** Several things of each row, one after the other. */
    static <R, S> List<S> flat(Collection<R> rows, Function<R, List<S>> each) {
        return rows.stream().flatMap(row -> each.apply(row).stream()).toList();
    }
}
