package dev.warren.economy.ledger;

import java.util.HashMap;
import java.util.Map;

/** What must come out, reckoned in a way that shares nothing with the ledger: purses in a map. */
final class Oracle {
    private final Map<String, Long> purses = new HashMap<>();
    private long granted;
    private long made;

    /** Whether the move can be made; then it is. */
    boolean make(Move move) {
        boolean can = moves(move);
        made += can ? 1 : 0;
        return can;
    }

    private boolean moves(Move move) {
        var wallet = "wallet " + move.who();
        var bank = "bank " + move.who();
        return switch (move.kind()) {
            case "grant" -> {
                granted += move.amount();
                purses.merge(wallet, move.amount(), Long::sum);
                yield true;
            }
            case "deposit" -> shift(wallet, bank, move.amount());
            case "withdraw" -> shift(bank, wallet, move.amount());
            case String pay -> shift(wallet, "wallet " + move.whom(), move.amount());
        };
    }

    /** Whether the move could be made now. */
    boolean affords(Move move) {
        return move.kind().equals("grant")
                || has((move.kind().equals("withdraw") ? "bank " : "wallet ") + move.who()) >= move.amount();
    }

    private boolean shift(String from, String to, long amount) {
        if (has(from) < amount) {
            return false;
        }
        purses.put(from, has(from) - amount);
        purses.put(to, has(to) + amount);
        return true;
    }

    long has(String purse) {
        return purses.getOrDefault(purse, 0L);
    }

    /** How many moves were made. */
    long made() {
        return made;
    }

    long granted() {
        return granted;
    }
}
