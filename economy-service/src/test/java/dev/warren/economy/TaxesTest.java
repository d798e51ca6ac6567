package dev.warren.economy;

import static dev.warren.economy.Asks.ADA;
import static dev.warren.economy.Asks.GRACE;
import static dev.warren.economy.Asks.amount;
import static dev.warren.economy.Asks.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.verification.Verification;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.economy.MarketEvents.DeadlineReached;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What keeps coins scarce. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class TaxesTest extends ServiceTest {
    private static final Map<String, String> TAXED = Map.of(
            "economy.wealth-tax",
            "10",
            "economy.wealth-threshold",
            "1000",
            "economy.burned",
            "25",
            "economy.pay-fee",
            "4");

    private final Pool pool;

    TaxesTest(Verification verification, @ConfigProperty(name = "warren.test.kafka") String kafka, Pool pool) {
        super(verification, kafka);
        this.pool = pool;
    }

    @Test
    void wealth_aboveTheThreshold_paysOnceThoughItsDayIsToldTwice() {
        // Given
        settings(TAXED, Instant.now().minus(Duration.ofDays(3)));
        answers.to(admin("grant", Map.of("member", user(ADA), "amount", amount("3000"))));
        answers.to(ask.slash(ADA, "deposit", Map.of("amount", amount("100"))));
        answers.to(admin("grant", Map.of("member", user(GRACE), "amount", amount("1009"))));
        // When
        var due = due(Instant.now());
        broker.send(Topics.ECONOMY_EVENTS, due);
        broker.send(Topics.ECONOMY_EVENTS, due);
        // Then 200 of Ada: all of the bank, then the wallet; a quarter leaves circulation; 9 above the threshold are
        // too few
        var taxed = answers.recorded(ask.guild(), 4).getLast();
        assertThat(taxed.cause()).isEqualTo(Cause.WEALTH_TAX);
        assertThat(taxed.entries())
                .extracting(entry -> entry.kind() + " " + entry.amount())
                .containsExactly("BANK -100", "WALLET -100", "TREASURY 150", "MINT 50");
        assertThat(answers.to(ask.slash(ADA, "balance", Map.of()))).contains("**2,800 coins**");
        assertThat(answers.to(ask.slash(GRACE, "balance", Map.of()))).contains("**1,009 coins**");
    }

    @Test
    void wealth_ofWhichNobodyWasTold_paysNothing() {
        // Given a tax that was set less than a day before
        settings(TAXED, Instant.now().minus(Duration.ofHours(2)));
        answers.to(admin("grant", Map.of("member", user(ADA), "amount", amount("3000"))));
        // When
        var due = due(Instant.now());
        broker.send(Topics.ECONOMY_EVENTS, due);
        // Then
        Awaitility.await().atMost(PATIENCE).until(() -> isHandled(due));
        assertThat(answers.to(ask.slash(ADA, "balance", Map.of()))).contains("**3,000 coins**");
    }

    @Test
    void supply_ofAGuild_isToldInNumbersAndDrawn() throws IOException {
        // Given
        settings(TAXED);
        answers.to(admin("grant", Map.of("member", user(ADA), "amount", amount("900"))));
        answers.to(ask.slash(GRACE, "daily", Map.of()));
        assertThat(pay(ADA, GRACE, "300")).isEqualTo("<@700> paid <@701> **288 coins**. The fee was 12 coins.");
        answers.to(admin("fine", Map.of("member", user(ADA), "amount", amount("50"))));
        answers.to(admin("burn", Map.of("amount", amount("half"))));
        // When
        var body = answers.message(admin("supply", Map.of())).body();
        // Then
        assertThat(Answers.text(body))
                .contains(
                        "**1,068 coins** in circulation",
                        "Wallets 1,038 · banks 0 · treasury 30 ·",
                        "Sources: grant 900 · daily 200",
                        "Sinks: taken out of circulation 29 · payment 3",
                        "Collected by the treasury: fine 50 · payment 9",
                        "**10 %** of what a member holds above 1,000 coins",
                        "25 % leave circulation");
        var picture = ImageIO.read(new ByteArrayInputStream(bytes(body)));
        assertThat(List.of(picture.getWidth(), picture.getHeight())).isEqualTo(List.of(800, 420));
    }

    private boolean isHandled(Event<?> event) {
        return pool.preparedQuery("SELECT count(*) FROM inbox WHERE event_id = $1")
                        .execute(Tuple.of(event.id().value()))
                        .await()
                        .atMost(PATIENCE)
                        .iterator()
                        .next()
                        .getLong(0)
                > 0;
    }

    private static byte[] bytes(MessageBody body) {
        return Base64.getDecoder().decode(body.files().getFirst().bytes().orElseThrow());
    }

    private Event<DeadlineReached> due(Instant at) {
        var id = EventId.of("wealth-tax:" + ask.guild() + "@" + at);
        return Event.first(
                id,
                "/economy",
                at,
                ask.guild().toString(),
                new DeadlineReached(ask.guild(), Deadline.WEALTH_TAX, 1, at));
    }
}
