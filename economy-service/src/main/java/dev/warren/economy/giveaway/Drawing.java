package dev.warren.economy.giveaway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.warren.economy.fair.Draws;
import dev.warren.economy.fair.Seed;
import dev.warren.economy.ledger.Hash;
import dev.warren.schemas.ids.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A draw of winners that anybody can repeat. Those who may win are sorted by their ids; the digest is the SHA-256 of the ids with commas
 * between them. {@link Draws} of the seed and {@code digest:round} then give the winners: draw k below as many as are left names the place,
 * from 0, of the next winner among them.
 *
 * @param winners in the order of their draws
 * @param entrants how many could win
 */
record Drawing(List<UserId> winners, int entrants, String digest) {
    Drawing {
        winners = List.copyOf(winners);
    }

    /**
     * @param round 0 for the first draw of a giveaway
     * @param most how many win, if so many may
     */
    static Drawing of(Seed seed, int round, Collection<UserId> entrants, int most) {
        var left = new ArrayList<>(entrants.stream()
                .sorted(Comparator.comparingLong(UserId::value))
                .toList());
        var ids = left.stream().map(UserId::toString).collect(Collectors.joining(","));
        var digest = Hash.of(ids.getBytes(US_ASCII)).hex();
        var draws = Draws.of(seed, digest, round);
        var winners = new ArrayList<UserId>();
        for (int place = 0; place < most && !left.isEmpty(); place++) {
            winners.add(left.remove((int) draws.draw(place, left.size())));
        }
        return new Drawing(winners, entrants.size(), digest);
    }
}
