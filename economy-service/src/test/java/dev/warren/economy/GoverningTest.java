package dev.warren.economy;

import static dev.warren.economy.Asks.ADA;
import static dev.warren.economy.Asks.GRACE;
import static dev.warren.economy.Asks.amount;
import static dev.warren.economy.Asks.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.verification.Verification;
import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.SettingDescription;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What those who manage a guild do to its coins, between real Kafka and PostgreSQL. Each test has a guild of its own. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class GoverningTest extends ServiceTest {
    private final Instance<OfferedSettings> offered;

    GoverningTest(
            Verification verification,
            @ConfigProperty(name = "warren.test.kafka") String kafka,
            @Any Instance<OfferedSettings> offered) {
        super(verification, kafka);
        this.offered = offered;
    }

    @Test
    void economy_byThoseWhoManageIt_leavesAnAuditTrail() {
        // Given
        var grant = admin("grant", Map.of("member", user(ADA), "amount", amount("300")));
        // When, Then
        assertThat(answers.to(grant)).isEqualTo("300 coins given to <@700>, transaction `#1`.");
        assertThat(answers.audited(grant).action()).isEqualTo("coins-granted");
        assertThat(answers.audited(grant).details())
                .containsEntry("coins", "300")
                .containsEntry("number", "1");
        answers.to(ask.slash(ADA, "deposit", Map.of("amount", amount("250"))));
        var fine = admin("fine", Map.of("member", user(ADA), "amount", amount("120")));
        assertThat(answers.to(fine)).isEqualTo("120 coins taken from <@700>, transaction `#3`.");
        assertThat(answers.audited(fine).target()).contains("700");
        assertThat(answers.to(ask.slash(ADA, "balance", Map.of()))).contains("Wallet: 0 coins", "Bank: 180 coins");
        assertThat(answers.to(admin("fine", Map.of("member", user(ADA), "amount", amount("181")))))
                .isEqualTo("<@700> has 180 coins in all; a fine cannot take more.");
        var reverse = admin("reverse", Map.of("number", Asks.number(3)));
        assertThat(answers.to(reverse)).isEqualTo("Transaction `#3` (fine) is taken back by `#4`.");
        assertThat(answers.audited(reverse).action()).isEqualTo("transaction-reversed");
        assertThat(answers.to(admin("reverse", Map.of("number", Asks.number(3)))))
                .isEqualTo("Transaction `#3` was taken back already, by `#4`.");
        assertThat(answers.to(admin("reverse", Map.of("number", Asks.number(99)))))
                .contains("no transaction `#99`");
        assertThat(answers.to(ask.slash(ADA, "balance", Map.of()))).contains("Wallet: 50 coins", "Bank: 250 coins");
        assertThat(answers.to(admin("reverse", Map.of("number", Asks.number(1)))))
                .isEqualTo("<@700> has 50 coins in their wallet; that takes 300.");
    }

    @Test
    void freeze_ofAMember_holdsUntilItIsTakenBack() {
        // Given
        answers.to(ask.slash(ADA, "daily", Map.of()));
        assertThat(answers.to(admin("freeze", Map.of("member", user(ADA)))))
                .isEqualTo("The coins of <@700> are frozen, transaction `#2`.");
        // When, Then
        assertThat(pay(ADA, GRACE, "5")).startsWith("Your coins are frozen here.");
        answers.to(ask.slash(GRACE, "daily", Map.of()));
        assertThat(pay(GRACE, ADA, "5")).startsWith("That member's coins are frozen here");
        assertThat(answers.to(ask.slash(ADA, "work", Map.of()))).startsWith("Your coins are frozen here.");
        assertThat(answers.to(ask.slash(ADA, "balance", Map.of()))).contains("frozen");
        assertThat(answers.to(admin("freeze", Map.of("member", user(ADA))))).contains("are frozen already");
        answers.to(admin("unfreeze", Map.of("member", user(ADA))));
        assertThat(pay(ADA, GRACE, "5")).contains("**5 coins**");
    }

    @Test
    void settings_ofAllRooms_areListedWithWhatHolds() {
        // Given
        settings(Map.of("economy.house-edge", "5"));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> answers.to(admin("settings", Map.of())).contains("keeps on average: **5**"));
        // When
        var shown = answers.to(admin("settings", Map.of()));
        // Then
        var all = offered.stream()
                .flatMap(room -> room.settings().stream())
                .map(SettingDescription::key)
                .toList();
        assertThat(all).contains("economy.house-edge", "economy.resale", "economy.wealth-tax", "economy.daily");
        assertThat(all).allSatisfy(key -> assertThat(shown).contains("`" + key + "`"));
        assertThat(shown).contains("gives back; 0 where nothing is taken back: **50**");
    }

    @Test
    void pay_withFeeAndLimit_followsTheGuildsSettings() {
        // Given
        settings(Map.of("economy.daily", "1000", "economy.pay-fee", "2.5", "economy.pay-limit", "500"));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> answers.to(admin("settings", Map.of())).contains("`economy.pay-limit`")
                        && answers.to(admin("settings", Map.of())).contains("**500**"));
        answers.to(ask.slash(ADA, "daily", Map.of()));
        // When, Then
        assertThat(pay(ADA, GRACE, "410")).isEqualTo("<@700> paid <@701> **400 coins**. The fee was 10 coins.");
        assertThat(pay(ADA, GRACE, "91"))
                .startsWith("A member may pay 500 coins a day here; you have 90 left until <t:");
        assertThat(pay(ADA, GRACE, "90")).contains("**88 coins**");
    }
}
