package dev.warren.economy.game;

import dev.warren.economy.desk.Words;
import dev.warren.economy.fair.Draws;
import dev.warren.economy.game.Games.Played;
import dev.warren.economy.game.Seeds.InUse;
import dev.warren.schemas.bot.MessageBody;
import java.util.Locale;

/** What {@code /fair} shows. */
final class FairTexts {
    private static final String HOW = """
            A game's numbers are the digits of `HMAC-SHA256(server seed, your seed:nonce)`, 16 at a time: h of them give \
            `floor(h × n / 2^64)`, a number below n. Draw 0 below 10,000 is the house's: below the edge it takes the bet.
            By hand: `printf %s 'YOUR-SEED:NONCE' | openssl dgst -sha256 -hmac 'SERVER-SEED'`, and the hash is \
            `printf %s 'SERVER-SEED' | sha256sum`.""";

    private FairTexts() {}

    static MessageBody show(InUse inUse) {
        return Words.body("Fair games", """
                Hash of the server's seed: `%s`
                Your seed: `%s` (`/fair seed` sets it)
                Nonce of your next game: `%d`

                %s
                `/fair rotate` tells the server's seed and takes a new one; then `/fair verify` recomputes each game.""".formatted(inUse.seed().hash(), inUse.memberSeed(), inUse.nonce(), HOW));
    }

    static MessageBody rotated(InUse old, InUse next) {
        return Words.body("Fair games", """
                The server's seed of your last %s games: `%s`
                Its hash, as it was told: `%s`
                Hash of the new seed: `%s`

                `/fair verify` recomputes those games now.""".formatted(
                        Words.number(old.nonce()),
                        old.seed().text(),
                        old.seed().hash(),
                        next.seed().hash()));
    }

    /** Reckons the game again, from its seeds alone. */
    static MessageBody verified(Played one) {
        var draws = one.draws();
        boolean holds = switch (one.game()) {
            case COINFLIP, DICE, SLOTS -> {
                var again = one.game().play(one.choice(), one.stake(), draws, one.edge());
                yield again.outcome().equals(one.outcome()) && again.paid().equals(one.paid());
            }
            case BLACKJACK -> {
                var again = one.hand();
                yield again.stage().word().equals(one.outcome()) && again.paid().equals(one.paid());
            }
        };
        return Words.body(holds ? "It was fair" : "It does not hold", """
                Game `#%d`: %s%s, bet %s, outcome **%s**, paid %s.
                Server seed: `%s`
                SHA-256 of it: `%s`
                Message: `%s`
                HMAC-SHA256: `%s`
                %s
                **%s**""".formatted(
                        one.number(),
                        one.game().word(),
                        one.choice().isEmpty() ? "" : " (" + one.choice() + ")",
                        Words.coins(one.stake()),
                        one.outcome(),
                        Words.coins(one.paid()),
                        one.seeds().seed().text(),
                        one.seeds().seed().hash(),
                        draws.message(),
                        draws.block(0),
                        steps(one, draws),
                        holds
                                ? "Recomputed: the same."
                                : "Recomputed, it comes to something else. Tell those who run this bot."));
    }

    private static String steps(Played one, Draws draws) {
        var edge = String.format(Locale.ROOT, "%.2f %%", one.edge() / 100.0);
        return switch (one.game()) {
            case COINFLIP -> house(draws, edge) + "; draw 1 below 2: %d (heads, tails)".formatted(draws.draw(1, 2));
            case DICE -> house(draws, edge) + "; draw 1 below 6: %d (and 1 more pip)".formatted(draws.draw(1, 6));
            case SLOTS ->
                house(draws, edge)
                        + "; draws 1 to 3 below 10: %d, %d, %d (0-3 🍒, 4-6 🍋, 7-8 🔔, 9 💎)"
                                .formatted(draws.draw(1, 10), draws.draw(2, 10), draws.draw(3, 10));
            case BLACKJACK ->
                "Draws below 52: yours 0 and 2, the dealer's 1 and 3, then one after another: %s against %s"
                        .formatted(one.hand().own(), one.hand().dealers());
        };
    }

    private static String house(Draws draws, String edge) {
        return "Draw 0 below 10,000: %d (edge %s)".formatted(draws.draw(0, Game.WHOLE), edge);
    }
}
