package dev.warren.economy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warren.economy.ledger.Transaction.Entry;
import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BookTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final UserId ADA = new UserId(700);
    private static final AccountId WALLET = new AccountId(1);
    private static final AccountId BANK = new AccountId(2);
    private static final AccountId MINT = new AccountId(3);

    @Test
    void post_ofADraft_getsTheNextNumberAndLeavesTheOldBookAsItWas() {
        // Given
        var book = book(100);
        // When
        var done = (Posting.Done) book.post(transfer(1, WALLET, BANK, 30));
        // Then
        assertThat(done.only().number()).isEqualTo(8);
        assertThat(done.only().entries()).containsExactly(new Entry(WALLET, -30, 70), new Entry(BANK, 30, 30));
        assertThat(done.book().wallet(ADA).balance()).isEqualTo(70);
        assertThat(book.wallet(ADA).balance()).isEqualTo(100);
    }

    @Test
    void post_ofMoreThanThereIs_saysWhatThereIsAndWhatItNeeds() {
        assertThat(book(100).post(transfer(1, WALLET, BANK, 101)))
                .isInstanceOfSatisfying(Posting.NotEnough.class, shortage -> {
                    assertThat(shortage.account().coins()).isEqualTo(new Coins(100));
                    assertThat(shortage.needs()).isEqualTo(new Coins(101));
                });
    }

    @Test
    void post_fromTheMint_mayGoBelowZero() {
        var done = (Posting.Done) book(0).post(transfer(1, MINT, WALLET, 500));
        assertThat(done.book().mint().balance()).isEqualTo(-500);
    }

    @Test
    void post_beyondSixtyFourBits_isRefused() {
        assertThat(book(Long.MAX_VALUE).post(transfer(1, MINT, WALLET, 1))).isInstanceOf(Posting.TooMuch.class);
        assertThat(((Posting.Done) book(Long.MAX_VALUE - 1).post(transfer(1, MINT, WALLET, 1)))
                        .book()
                        .wallet(ADA)
                        .balance())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void post_ofSeveralOfWhichOneCannotBe_leavesNoneOfThem() {
        var drafts = List.of(transfer(1, WALLET, BANK, 60), transfer(2, WALLET, BANK, 60));
        assertThat(book(100).post(drafts)).isInstanceOf(Posting.NotEnough.class);
    }

    @Test
    void block_ofSeveral_sealsThemWithWhatCameBefore() {
        // Given
        var one = ((Posting.Done) book(100).post(transfer(1, WALLET, BANK, 10))).book();
        var two = ((Posting.Done) one.post(transfer(2, BANK, WALLET, 5))).book();
        // When
        var block = two.block();
        // Then
        assertThat(block.number()).isEqualTo(4);
        assertThat(block.first()).isEqualTo(8);
        assertThat(block.last()).isEqualTo(9);
        assertThat(block.hash()).isNotEqualTo(one.block().hash());
        assertThat(two.sealed(block).pending()).isEmpty();
        assertThat(two.sealed(block).transactions()).isEqualTo(9);
    }

    @Test
    void draft_thatIsNone_isRefusedInWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft(new Leg(WALLET, -3), new Leg(BANK, 4)))
                .withMessage("legs must sum to zero: 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft(new Leg(WALLET, -3), new Leg(WALLET, 3)))
                .withMessage("legs must be of different accounts: 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft(new Leg(WALLET, 0)))
                .withMessage("legs must be at least 2: 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Coins(-1))
                .withMessage("coins must not be negative: -1");
    }

    @Test
    void hash_ofATransaction_isThatOfTheDocumentedBytes() {
        // Given a transaction whose bytes were laid out and hashed by another program
        var transaction = new Transaction(
                new GuildId(7),
                8,
                EventId.of("interaction:1"),
                "GRANT",
                NOON,
                Optional.of(3L),
                List.of(new Entry(MINT, -5, -5), new Entry(WALLET, 5, 5)),
                Hash.ZERO);
        // Then
        assertThat(Canonical.hashOf(transaction).hex())
                .isEqualTo("d660674ea295d8aa89e39281c2d08f7fcb2f5512220ad9a692907a789025c7c8");
        assertThat(Canonical.hashOf(new GuildId(7), 2, Hash.ZERO, List.of(Canonical.hashOf(transaction)))
                        .hex())
                .isEqualTo("f1681d1d5d32525095e76e5a5ad05474cbd2a17109acc0f84fb7f029dea9be83");
    }

    private static Book book(long carried) {
        return Book.of(
                new GuildId(7),
                7,
                3,
                Hash.ZERO,
                List.of(new Holder(ADA, WALLET, BANK, false)),
                List.of(
                        new Account(WALLET, AccountKind.WALLET, Optional.of(ADA), Optional.empty(), carried),
                        new Account(BANK, AccountKind.BANK, Optional.of(ADA), Optional.empty(), 0),
                        new Account(MINT, AccountKind.MINT, Optional.empty(), Optional.empty(), 0)));
    }

    private static Draft transfer(int id, AccountId from, AccountId to, long coins) {
        return Draft.transfer(EventId.of("test:" + id), Cause.GRANT, NOON, from, to, new Coins(coins));
    }

    private static Draft draft(Leg... legs) {
        return new Draft(EventId.of("test:1"), Cause.GRANT, NOON, Optional.empty(), List.of(legs));
    }
}
