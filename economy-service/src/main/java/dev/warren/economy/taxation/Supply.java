package dev.warren.economy.taxation;

import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.economy.Cause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many coins there are, where they lie, and where they came from and went.
 *
 * @param held coins by kind of account; the mint is left out
 * @param flows of the days that are looked at
 * @param from the first of these days
 * @param to the last of them
 */
record Supply(Map<AccountKind, Long> held, List<Flow> flows, LocalDate from, LocalDate to) {
    Supply {
        held = Map.copyOf(held);
        flows = List.copyOf(flows);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from: " + to);
        }
    }

    /**
     * What came into one of the guild's accounts on a day for one cause, less what left it.
     *
     * @param account the mint or the treasury
     */
    record Flow(LocalDate day, Cause cause, AccountKind account, long amount) {}

    /** How many coins there were at the end of a day, and what was made and taken out of circulation on it. */
    record Day(LocalDate day, long supply, long made, long gone) {}

    long inCirculation() {
        return held.values().stream().mapToLong(Long::longValue).sum();
    }

    long held(AccountKind kind) {
        return held.getOrDefault(kind, 0L);
    }

    /** New coins by cause. */
    Map<Cause, Long> sources() {
        return sums(AccountKind.MINT, -1);
    }

    /** Coins that were taken out of circulation, by cause. */
    Map<Cause, Long> sinks() {
        return sums(AccountKind.MINT, 1);
    }

    /** Coins that the treasury collected, by cause. */
    Map<Cause, Long> collected() {
        return sums(AccountKind.TREASURY, 1);
    }

    private Map<Cause, Long> sums(AccountKind account, int sign) {
        var sums = new EnumMap<Cause, Long>(Cause.class);
        flows.stream()
                .filter(flow -> flow.account() == account && Long.signum(flow.amount()) == sign)
                .forEach(flow -> sums.merge(flow.cause(), Math.abs(flow.amount()), Long::sum));
        return sums;
    }

    /** Each of the days, reckoned back from what there is now. */
    List<Day> days() {
        var days = new ArrayList<Day>();
        long supply = inCirculation();
        for (var day = to; !day.isBefore(from); day = day.minusDays(1)) {
            long made = 0;
            long gone = 0;
            for (var flow : flows) {
                if (flow.account() == AccountKind.MINT && flow.day().equals(day)) {
                    made += Math.max(0, -flow.amount());
                    gone += Math.max(0, flow.amount());
                }
            }
            days.addFirst(new Day(day, supply, made, gone));
            supply += gone - made;
        }
        return days;
    }
}
