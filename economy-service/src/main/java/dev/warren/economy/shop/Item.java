package dev.warren.economy.shop;

import dev.warren.economy.ledger.Coins;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * What a guild sells.
 *
 * @param stock how many are left; none where there is no end of them
 * @param limit how many a member may buy
 * @param requires the role without which nobody may buy it
 * @param gives the role that using it gives
 * @param lasts how long that role is held
 * @param closesAt from when on it is not sold
 * @param removed whether it is in the shop no more; those who have some keep them
 */
record Item(
        long id,
        GuildId guild,
        String name,
        String description,
        Coins price,
        Optional<Long> stock,
        Optional<Long> limit,
        Optional<RoleId> requires,
        Optional<RoleId> gives,
        Optional<Duration> lasts,
        Optional<Instant> closesAt,
        boolean removed) {
    static final int LONGEST_NAME = 60;
    static final int LONGEST_DESCRIPTION = 100;

    Item {
        name = name.strip().replaceAll("\\s+", " ");
        description = description.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name must have 1 to " + LONGEST_NAME + " characters: " + name);
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException(
                    "description must have at most " + LONGEST_DESCRIPTION + " characters: " + description.length());
        }
        if (price.isNone()) {
            throw new IllegalArgumentException("price must be at least 1: " + price.amount());
        }
        if (stock.filter(left -> left < 0).isPresent()) {
            throw new IllegalArgumentException("stock must not be negative: " + stock.get());
        }
        if (limit.filter(most -> most < 1).isPresent()) {
            throw new IllegalArgumentException("limit must be at least 1: " + limit.get());
        }
    }

    /** Names as they are compared: case, width and spaces do not matter. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** What came of a wish to buy. */
    sealed interface Sale {
        record Sold(Coins cost) implements Sale {}

        record SoldOut(long left) implements Sale {}

        record LimitReached(long limit, long left) implements Sale {}

        record RoleNeeded(RoleId role) implements Sale {}

        record Closed() implements Sale {}
    }

    /**
     * Whether so many can be bought.
     *
     * @param bought how many the member has bought before
     * @param roles the member's
     */
    Sale sell(long quantity, long bought, Collection<RoleId> roles, Instant at) {
        if (removed || closesAt.filter(end -> !at.isBefore(end)).isPresent()) {
            return new Sale.Closed();
        }
        if (requires.filter(role -> !roles.contains(role)).isPresent()) {
            return new Sale.RoleNeeded(requires.get());
        }
        if (stock.filter(left -> left < quantity).isPresent()) {
            return new Sale.SoldOut(stock.get());
        }
        if (limit.filter(most -> bought + quantity > most).isPresent()) {
            return new Sale.LimitReached(limit.get(), Math.max(0, limit.get() - bought));
        }
        return new Sale.Sold(new Coins(Math.multiplyExact(price.amount(), quantity)));
    }

    /** The same with more or fewer in stock, where they are counted. */
    Item stocked(long more) {
        return new Item(
                id,
                guild,
                name,
                description,
                price,
                stock.map(left -> left + more),
                limit,
                requires,
                gives,
                lasts,
                closesAt,
                removed);
    }

    Item remove() {
        return new Item(id, guild, name, description, price, stock, limit, requires, gives, lasts, closesAt, true);
    }
}
