package dev.warren.economy.ledger;

import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A wish to move coins, made at random. */
record Move(int id, String kind, long who, long whom, long amount) {
    private static final List<String> KINDS = List.of("grant", "pay", "pay", "pay", "deposit", "withdraw");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    static List<Move> some(Random random, int count, int members) {
        return IntStream.range(0, count)
                .mapToObj(id -> {
                    long who = 1 + random.nextInt(members);
                    long whom = 1 + (who + random.nextInt(members - 1)) % members;
                    return new Move(id, KINDS.get(random.nextInt(KINDS.size())), who, whom, 1 + random.nextInt(300));
                })
                .toList();
    }

    EventId key(long guild) {
        return EventId.of("test:" + guild + "/" + id);
    }

    List<UserId> members() {
        return List.of(new UserId(who), new UserId(whom));
    }

    Draft draft(Book book) {
        var mine = new UserId(who);
        var key = key(book.guild().value());
        var at = NOON.plusMillis(id);
        var coins = new Coins(amount);
        return switch (kind) {
            case "grant" -> transfer(key, Cause.GRANT, at, book.mint(), book.wallet(mine), coins);
            case "deposit" -> transfer(key, Cause.DEPOSIT, at, book.wallet(mine), book.bank(mine), coins);
            case "withdraw" -> transfer(key, Cause.WITHDRAWAL, at, book.bank(mine), book.wallet(mine), coins);
            case String pay ->
                transfer(key, Cause.PAYMENT, at, book.wallet(mine), book.wallet(new UserId(whom)), coins);
        };
    }

    private static Draft transfer(EventId key, Cause cause, Instant at, Account from, Account to, Coins coins) {
        return Draft.transfer(key, cause, at, from.id(), to.id(), coins);
    }
}
