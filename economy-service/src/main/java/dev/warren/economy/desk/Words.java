package dev.warren.economy.desk;

import dev.warren.economy.ledger.Account;
import dev.warren.economy.ledger.Coins;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Locale;

/** How coins, members, times and causes are called. */
public final class Words {
    private static final int GOLD = 0xF1C40F;

    private Words() {}

    /** Such as {@code 1 coin} or {@code 1,250 coins}. */
    public static String coins(Coins coins) {
        return coins(coins.amount());
    }

    /** Likewise, negative too. */
    public static String coins(long amount) {
        return number(amount) + (Math.abs(amount) == 1 ? " coin" : " coins");
    }

    /** A whole number with thousands apart. */
    public static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** With its sign, as it changes a balance. */
    public static String change(long amount) {
        return (amount > 0 ? "+" : "") + number(amount);
    }

    /** Discord shows the name; nobody is pinged. */
    public static String member(UserId member) {
        return "<@" + member + ">";
    }

    /** Discord shows it in the reader's zone, and how far away it is. */
    public static String when(Instant time) {
        return "<t:" + time.getEpochSecond() + ":R>";
    }

    public static String account(Account account) {
        return switch (account.kind()) {
            case WALLET -> "wallet";
            case BANK -> "bank";
            case TREASURY -> "the treasury";
            case HOUSE -> "the house";
            case ESCROW -> "what is set apart";
            case MINT -> "the mint";
            case OTHER -> "account";
        };
    }

    /** A cause in a list. */
    public static String cause(Cause cause) {
        return switch (cause) {
            case DAILY -> "daily";
            case WORK -> "work";
            case ACTIVITY -> "writing";
            case DEPOSIT -> "deposit";
            case WITHDRAWAL -> "withdrawal";
            case PAYMENT -> "payment";
            case GRANT -> "grant";
            case FINE -> "fine";
            case REVERSAL -> "reversal";
            case FREEZE -> "frozen";
            case THAW -> "unfrozen";
            case ERASURE -> "erased";
            case AIRDROP -> "airdrop";
            case AIRDROP_CLAIM -> "airdrop claimed";
            case AIRDROP_END -> "airdrop over";
            case RAIN -> "rain";
            case SHOP -> "shop changed";
            case PURCHASE -> "bought";
            case SALE -> "sold";
            case GIFT -> "item given";
            case USE -> "item used";
            case GAME -> "game";
            case GIVEAWAY -> "giveaway";
            case PRIZE -> "giveaway drawn";
            case LEVEL -> "level reached";
            case WEALTH_TAX -> "wealth tax";
            case BURN -> "taken out of circulation";
            case OTHER -> "something newer than I am";
        };
    }

    /** A card in the colour of coins. */
    public static Embed card(String title, String text) {
        return Embed.of(title, text).withColor(GOLD);
    }

    public static MessageBody body(String title, String text) {
        return MessageBody.embed(card(title, text));
    }
}
