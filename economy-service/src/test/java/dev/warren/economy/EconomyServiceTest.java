package dev.warren.economy;

import static dev.warren.economy.Asks.ADA;
import static dev.warren.economy.Asks.GRACE;
import static dev.warren.economy.Asks.ROBOT;
import static dev.warren.economy.Asks.amount;
import static dev.warren.economy.Asks.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.warren.economy.verification.Verification;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.EconomyEvent.Entry;
import dev.warren.schemas.economy.EconomyEvent.TransactionRecorded;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The service between real Kafka and PostgreSQL. Each test has a guild of its own. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class EconomyServiceTest extends ServiceTest {
    EconomyServiceTest(Verification verification, @ConfigProperty(name = "warren.test.kafka") String kafka) {
        super(verification, kafka);
    }

    @Test
    void daily_deliveredTwice_isGrantedOnceAndAnsweredTheSame() {
        // Given
        var asked = ask.slash(ADA, "daily", Map.of());
        // When
        var first = answers.message(asked);
        var both = answers.answers(asked, 2);
        // Then
        assertThat(Answers.text(first.body())).isEqualTo("**+200 coins**. You have 200 coins in your wallet.");
        assertThat(both).hasSize(2).containsOnly(first);
        assertThat(answers.to(ask.slash(ADA, "balance", Map.of())))
                .contains("<@700> has **200 coins**", "Wallet: 200 coins", "Bank: 0 coins");
        var told = answers.recorded(ask.guild(), 2);
        assertThat(told).hasSize(2).containsOnly(told.getFirst());
        assertThat(told.getFirst().number()).isEqualTo(1);
        assertThat(told.getFirst().cause()).isEqualTo(Cause.DAILY);
        assertThat(told.getFirst().key()).isEqualTo(asked.id());
        assertThat(told.getFirst().entries())
                .extracting(Entry::kind, Entry::member, Entry::amount, Entry::balance)
                .containsExactly(
                        tuple(AccountKind.MINT, Optional.empty(), -200L, -200L),
                        tuple(AccountKind.WALLET, Optional.of(ADA.id()), 200L, 200L));
    }

    @Test
    void daily_onTheSameDay_saysWhenTheNextComes() {
        // Given
        answers.to(ask.slash(ADA, "daily", Map.of()));
        // When
        var refused = answers.message(ask.slash(ADA, "daily", Map.of()));
        // Then
        assertThat(refused.ephemeral()).isTrue();
        assertThat(Answers.text(refused.body())).matches("You have had today's coins; the next come <t:\\d+:R>\\.");
    }

    @Test
    void work_thenAgain_earnsByTheRulesAndThenNeedsARest() {
        // When
        var earned = answers.to(ask.slash(ADA, "work", Map.of()));
        var refused = answers.to(ask.slash(ADA, "work", Map.of()));
        // Then
        assertThat(earned).matches("You .+: \\*\\*\\+\\d+ coins\\*\\*\\. You have \\d+ coins in your wallet\\.");
        assertThat(Long.parseLong(earned.replaceAll(".*\\+(\\d+) coins.*", "$1")))
                .isBetween(50L, 150L);
        assertThat(refused).startsWith("You need a rest; you can work again <t:");
    }

    @Test
    void coins_putAsideAndTakenBack_areWhereTheyShouldBe() {
        // Given
        answers.to(ask.slash(ADA, "daily", Map.of()));
        // When, Then
        assertThat(answers.to(ask.slash(ADA, "deposit", Map.of("amount", amount("half")))))
                .isEqualTo("100 coins moved to your bank. Wallet: 100 coins. Bank: 100 coins.");
        assertThat(answers.to(ask.slash(ADA, "withdraw", Map.of("amount", amount("1")))))
                .isEqualTo("1 coin moved to your wallet. Wallet: 101 coins. Bank: 99 coins.");
        assertThat(answers.to(ask.slash(ADA, "withdraw", Map.of("amount", amount("500")))))
                .isEqualTo("You have 99 coins in your bank; that takes 500.");
        assertThat(answers.to(ask.slash(GRACE, "deposit", Map.of("amount", amount("all")))))
                .isEqualTo("There is nothing in your wallet to take; name an amount such as 250 or 1k.");
    }

    @Test
    void pay_ofWhatIsThere_movesItAndRefusesWhatCannotBe() {
        // Given
        answers.to(ask.slash(ADA, "daily", Map.of()));
        // When, Then
        assertThat(pay(ADA, GRACE, "150")).isEqualTo("<@700> paid <@701> **150 coins**.");
        assertThat(pay(ADA, GRACE, "51")).isEqualTo("You have 50 coins in your wallet; that takes 51.");
        assertThat(pay(ADA, ADA, "1")).startsWith("You cannot pay yourself");
        assertThat(pay(ADA, ROBOT, "1")).startsWith("Bots have no use for coins");
        assertThat(answers.to(ask.slash(GRACE, "history", Map.of()))).contains("`#2` payment from <@700> **+150**");
        assertThat(answers.to(ask.slash(ADA, "history", Map.of())))
                .contains("`#2` payment to <@701> **-150**", "`#1` daily **+200**");
        assertThat(answers.to(ask.slash(ADA, "richest", Map.of())))
                .contains("**1.** <@701> · 150 coins\n**2.** <@700> · 50 coins", "<@700>: place 2 with 50 coins");
    }

    @Test
    void pay_theSameAgain_asksAndPaysOnceHoweverOftenTheButtonIsPressed() {
        // Given
        answers.to(ask.slash(ADA, "daily", Map.of()));
        pay(ADA, GRACE, "50");
        // When
        var question = answers.message(ask.slash(ADA, "pay", Map.of("member", user(GRACE), "amount", amount("50"))));
        var buttons = Answers.buttons(question.body());
        // Then
        assertThat(Answers.text(question.body())).contains("the same 50 coins a moment ago");
        assertThat(answers.to(ask.press(GRACE, buttons.getFirst()))).contains("for the member who wants to pay");
        assertThat(answers.update(ask.press(ADA, buttons.getFirst()))).isEqualTo("<@700> paid <@701> **50 coins**.");
        assertThat(answers.to(ask.press(ADA, buttons.getFirst()))).isEqualTo("That was paid already.");
        assertThat(answers.update(ask.press(ADA, buttons.getLast()))).isEqualTo("Not paid.");
        assertThat(answers.to(ask.slash(GRACE, "balance", Map.of()))).contains("**100 coins**");
    }

    @Test
    void messages_inTwoWindowsDeliveredTwiceInAnyOrder_earnTwiceAHundredAndAreTold() {
        // Given
        var begin = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);
        var facts = IntStream.range(0, 4)
                .mapToObj(i -> ask.wrote(ADA, begin.plusSeconds(i * 299L), i))
                .toList();
        // When
        broker.sendAll(
                facts.stream().map(fact -> broker.encode(Topics.FACTS, fact)).toList());
        broker.sendAll(facts.reversed().stream()
                .map(fact -> broker.encode(Topics.FACTS, fact))
                .toList());
        broker.send(Topics.FACTS, ask.wrote(ROBOT, begin, 9));
        broker.send(Topics.FACTS, ask.wrote(GRACE, begin, 10));
        // Then
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answers.to(ask.slash(ADA, "richest", Map.of())))
                        .contains("**1.** <@700> · 200 coins\n**2.** <@701> · 100 coins\n\n"));
        var told = answers.recorded(ask.guild(), 3);
        assertThat(told).extracting(TransactionRecorded::number).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(told).extracting(TransactionRecorded::cause).containsOnly(Cause.ACTIVITY);
        assertThat(told)
                .allSatisfy(one -> assertThat(one.key().value().split("[:/]")).doesNotContain("700", "701"));
    }

    @Test
    void ledger_ofWhatHappened_isProvedAndShown() {
        // Given
        assertThat(answers.to(ask.slash(ADA, "ledger", Map.of()))).contains("It is empty");
        answers.to(ask.slash(ADA, "daily", Map.of()));
        // When
        var proved = answers.to(ask.slash(ADA, "ledger", Map.of()));
        var shown = answers.to(
                ask.slash(ADA, "ledger", Optional.of("show"), Map.of("number", Asks.number(1)), Instant.now()));
        // Then
        assertThat(proved).contains("**Proved.**", "1 transactions in 1 blocks, 200 coins in circulation");
        assertThat(shown)
                .contains("daily", "**-200**", "**+200**, then 200", "SHA-256")
                .doesNotContainPattern("\\b700\\b");
    }

    @Test
    void history_ofMoreThanAPage_isTurnedByItsOwnerAlone() {
        // Given
        answers.to(admin("grant", Map.of("member", user(ADA), "amount", amount("100"))));
        for (int i = 1; i <= 10; i++) {
            answers.to(ask.slash(ADA, "deposit", Map.of("amount", amount(Integer.toString(i)))));
        }
        // When
        var first = answers.message(ask.slash(ADA, "history", Map.of()));
        var on = Answers.buttons(first.body()).getLast();
        // Then
        assertThat(Answers.text(first.body())).contains("`#11` deposit wallet **-10**, bank **+10**", "Page 1 of 2");
        assertThat(answers.update(ask.press(ADA, on))).contains("`#1` grant **+100**", "Page 2 of 2");
        assertThat(answers.to(ask.press(GRACE, on))).contains("another member's coins");
    }
}
