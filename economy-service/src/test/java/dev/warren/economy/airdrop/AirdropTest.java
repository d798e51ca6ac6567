package dev.warren.economy.airdrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.economy.airdrop.Airdrop.Claim;
import dev.warren.economy.due.Boards.Board;
import dev.warren.economy.ledger.Coins;
import dev.warren.schemas.economy.MarketEvents.AirdropKind;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AirdropTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final UserId GIVER = new UserId(1);
    private static final UserId ADA = new UserId(2);

    @Test
    void claim_ofAFreePlace_isGrantedWithItsShare() {
        assertThat(airdrop(AirdropKind.FIRST, 100, 3).claim(ADA, false, NOON)).isEqualTo(granted(1, 33));
        assertThat(airdrop(AirdropKind.FIRST, 100, 3).claimed().claim(ADA, false, NOON))
                .isEqualTo(granted(2, 33));
        assertThat(airdrop(AirdropKind.EVEN, 100, 3).claim(ADA, false, NOON)).isEqualTo(granted(1, 0));
    }

    @Test
    void claim_thatCannotBe_saysWhy() {
        var full = airdrop(AirdropKind.FIRST, 100, 1).claimed();
        assertThat(airdrop(AirdropKind.FIRST, 100, 3).claim(GIVER, false, NOON)).isEqualTo(new Claim.Own());
        assertThat(airdrop(AirdropKind.FIRST, 100, 3).claim(ADA, true, NOON)).isEqualTo(new Claim.Again());
        assertThat(full.claim(ADA, true, NOON)).isEqualTo(new Claim.Again());
        assertThat(full.claim(ADA, false, NOON)).isEqualTo(new Claim.Full());
        assertThat(airdrop(AirdropKind.FIRST, 100, 3).over().claim(ADA, false, NOON))
                .isEqualTo(new Claim.Over());
        assertThat(airdrop(AirdropKind.FIRST, 100, 3).claim(ADA, false, NOON.plusSeconds(60)))
                .isEqualTo(new Claim.Over());
    }

    @Test
    void evenShare_ofThoseWhoClaimed_isRoundedDown() {
        var claimed = airdrop(AirdropKind.EVEN, 100, 5);
        assertThat(claimed.evenShare()).isEqualTo(Coins.NONE);
        assertThat(claimed.claimed().claimed().claimed().evenShare()).isEqualTo(new Coins(33));
    }

    @Test
    void airdrop_ofFewerCoinsThanPlaces_isRefused() {
        assertThatThrownBy(() -> airdrop(AirdropKind.FIRST, 4, 5))
                .hasMessage("coins must be at least one for each place: 4");
        assertThatThrownBy(() -> airdrop(AirdropKind.FIRST, 4, 0)).hasMessage("places must be at least 1: 0");
    }

    private static Claim granted(int place, long coins) {
        return new Claim.Granted(place, new Coins(coins));
    }

    private static Airdrop airdrop(AirdropKind kind, long coins, int places) {
        return new Airdrop(
                9,
                new GuildId(5),
                Optional.of(GIVER),
                kind,
                new Coins(coins),
                places,
                new Board("airdrop:9", new ChannelId(6), EventId.of("interaction:1/answer")),
                NOON.plusSeconds(60),
                0,
                false);
    }
}
