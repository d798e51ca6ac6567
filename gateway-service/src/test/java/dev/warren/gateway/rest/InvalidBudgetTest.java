package dev.warren.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.rest.RestOutcome.Refused;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InvalidBudgetTest {
    private static final RestRoute MESSAGES = RestRoute.post("/channels/{channel_id}/messages");
    private static final RestRoute FOLLOW_UP = RestRoute.post("/webhooks/{webhook_id}/{interaction_token}");
    private static final Refused FORBIDDEN = new Refused(403, 50_001, "Missing Access");

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private final InvalidBudget budget = new InvalidBudget(() -> now, 20_000, SharedRefusals.NONE);

    private void refuse(RestTarget target, int status, int times) {
        for (int i = 0; i < times; i++) {
            budget.count(target, status, FORBIDDEN);
        }
    }

    @Test
    void cause_atOnePercent_isStoppedWithDiscordsLastWord_andOthersGoOn() {
        var forbidden = MESSAGES.at("1");
        refuse(forbidden, 403, 99);
        assertThat(budget.stopped(forbidden)).isEmpty();
        // When
        refuse(forbidden, 403, 1);
        // Then
        assertThat(budget.stopped(forbidden)).contains(FORBIDDEN);
        assertThat(budget.stopped(MESSAGES.at("2"))).isEmpty();
        assertThat(budget.stoppedCauses()).isEqualTo(1);
        assertThat(budget.inLastTenMinutes()).isEqualTo(100);
    }

    @Test
    void cause_afterTenMinutes_mayTryAgain_andOnceIsEnoughToBeStoppedAgain() {
        var forbidden = MESSAGES.at("1");
        refuse(forbidden, 403, 1);
        now = now.plusSeconds(60);
        refuse(forbidden, 403, 99);
        // When
        now = now.plusSeconds(541);
        // Then
        assertThat(budget.stopped(forbidden)).as("one of 100 is over").isEmpty();
        refuse(forbidden, 403, 1);
        assertThat(budget.stopped(forbidden)).isPresent();
    }

    @Test
    void cause_thatWorks_isNoneAnyMore() {
        var forbidden = MESSAGES.at("1");
        refuse(forbidden, 403, 100);
        // When
        budget.worked(forbidden);
        // Then
        assertThat(budget.stopped(forbidden)).isEmpty();
        assertThat(budget.inLastTenMinutes()).as("Discord has counted them").isEqualTo(100);
    }

    @Test
    void token_thatIsRefused_stopsAllThatCarriesIt_andNothingElse() {
        for (int i = 0; i < 100; i++) {
            refuse(MESSAGES.at(String.valueOf(i + 1)), 401, 1);
        }

        assertThat(budget.stopped(MESSAGES.at("4711"))).isPresent();
        assertThat(budget.stopped(FOLLOW_UP.at("1", "token"))).isEmpty();
    }

    @Test
    void manyCauses_areStoppedSooner_theMoreOfDiscordsLimitIsUsed() {
        for (int channel = 1; channel <= 100; channel++) {
            refuse(MESSAGES.at(String.valueOf(channel)), 403, 10);
        }
        assertThat(budget.stopped(MESSAGES.at("1"))).as("a tenth of all").isPresent();
        for (int channel = 101; channel <= 4_101; channel++) {
            refuse(MESSAGES.at(String.valueOf(channel)), 403, 1);
        }
        assertThat(budget.stopped(MESSAGES.at("4000"))).as("half of all").isPresent();
        // When
        now = now.plus(Duration.ofMinutes(10));
        // Then
        assertThat(budget.stopped(MESSAGES.at("1"))).isEmpty();
        assertThat(budget.inLastTenMinutes()).isZero();
    }
}
