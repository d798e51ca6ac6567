package dev.warren.schemas.economy;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What was decided in airdrops and shops, and what is due: part of {@link EconomyEvent}. */
public interface MarketEvents {
    /** The first so many who claim get a share at once, or all who claim by the end share evenly. */
    enum AirdropKind {
        FIRST,
        EVEN
    }

    /**
     * Coins of a member's were set apart for others to claim.
     *
     * @param airdrop counts over all guilds
     * @param number of the transaction that set them apart
     * @param places how many can claim
     */
    @WireType("dev.warren.economy.airdrop-started.v1")
    record AirdropStarted(
            GuildId guild,
            long airdrop,
            long number,
            UserId giver,
            AirdropKind kind,
            long coins,
            int places,
            Instant endsAt)
            implements EconomyEvent {
        public AirdropStarted {
            Least.check("airdrop", airdrop, 1);
            Least.check("number", number, 1);
            Least.check("places", places, 1);
            Least.check("coins", coins, places);
        }
    }

    /**
     * A member claimed a place of an airdrop.
     *
     * @param number of the transaction that records it
     * @param place from 1, without gaps
     * @param coins what they got; 0 where it is shared at the end
     */
    @WireType("dev.warren.economy.airdrop-claimed.v1")
    record AirdropClaimed(GuildId guild, long airdrop, long number, UserId user, int place, long coins)
            implements EconomyEvent {
        public AirdropClaimed {
            Least.check("airdrop", airdrop, 1);
            Least.check("number", number, 1);
            Least.check("place", place, 1);
            Least.check("coins", coins, 0);
        }
    }

    /**
     * An airdrop is over.
     *
     * @param number of the transaction that shared what was to be shared and gave the rest back
     * @param claims how many claimed
     * @param returned what the giver got back
     */
    @WireType("dev.warren.economy.airdrop-ended.v1")
    record AirdropEnded(GuildId guild, long airdrop, long number, int claims, long returned) implements EconomyEvent {
        public AirdropEnded {
            Least.check("airdrop", airdrop, 1);
            Least.check("number", number, 1);
            Least.check("claims", claims, 0);
            Least.check("returned", returned, 0);
        }
    }

    /** What a time was set for. */
    enum Deadline {
        AIRDROP,
        GIVEAWAY,
        /** The role that an item gave. */
        ROLE,
        /** A hand of blackjack that nobody plays on. */
        HAND,
        /** The day on which great wealth is taxed; its id counts days since 1970. */
        WEALTH_TAX,
        /** One of the future. */
        @JsonEnumDefaultValue
        OTHER
    }

    /**
     * A time has come; what it means is decided when this is consumed.
     *
     * @param id of what it was set for
     */
    @WireType("dev.warren.economy.deadline-reached.v1")
    record DeadlineReached(GuildId guild, Deadline of, long id, Instant dueAt) implements EconomyEvent {
        public DeadlineReached {
            Least.check("id", id, 1);
        }
    }

    /** What happened to an item of a shop. */
    enum ItemChange {
        ADDED,
        EDITED,
        REMOVED
    }

    /**
     * An item of a guild's shop was added, edited or removed. Its description stays in the economy service.
     *
     * @param item counts over all guilds
     * @param number of the transaction that records it
     * @param stock how many are left; none where there is no end of them
     * @param limit how many a member may buy
     * @param lasts how long the role that it gives is held
     */
    @WireType("dev.warren.economy.item-changed.v1")
    record ItemChanged(
            GuildId guild,
            long item,
            long number,
            ItemChange change,
            String name,
            long price,
            Optional<Long> stock,
            Optional<Long> limit,
            Optional<RoleId> requires,
            Optional<RoleId> gives,
            Optional<Duration> lasts)
            implements EconomyEvent {
        public ItemChanged {
            Least.check("item", item, 1);
            Least.check("number", number, 1);
            Least.check("price", price, 0);
            stock.ifPresent(left -> Least.check("stock", left, 0));
            limit.ifPresent(most -> Least.check("limit", most, 1));
        }
    }

    /** How an item came to or from a member. */
    enum ItemMove {
        BOUGHT,
        SOLD,
        GIVEN,
        USED
    }

    /**
     * A member bought, sold, gave or used items.
     *
     * @param number of the transaction that records it
     * @param to who got them as a gift
     * @param coins paid for them, or got for them
     * @param stock how many the shop has left then; none where there is no end of them
     */
    @WireType("dev.warren.economy.item-moved.v1")
    record ItemMoved(
            GuildId guild,
            long item,
            long number,
            ItemMove move,
            UserId user,
            Optional<UserId> to,
            long quantity,
            long coins,
            Optional<Long> stock)
            implements EconomyEvent {
        public ItemMoved {
            Least.check("item", item, 1);
            Least.check("number", number, 1);
            Least.check("quantity", quantity, 1);
            Least.check("coins", coins, 0);
            stock.ifPresent(left -> Least.check("stock", left, 0));
        }
    }
}
