package dev.warren.economy;

import static dev.warren.economy.Asks.ADA;
import static dev.warren.economy.Asks.GRACE;
import static dev.warren.economy.Asks.amount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.verification.Verification;
import dev.warren.runtime.commands.Answer;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.EconomyEvent.TransactionRecorded;
import dev.warren.schemas.economy.MarketEvents.AirdropEnded;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Airdrops and rain between real Kafka and PostgreSQL. Each test has a guild of its own. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class AirdropServiceTest extends ServiceTest {
    private static final OptionValue EVEN = OptionValue.text("even");

    private final Crowd crowd;

    AirdropServiceTest(
            Verification verification, Crowd crowd, @ConfigProperty(name = "warren.test.kafka") String kafka) {
        super(verification, kafka);
        this.crowd = crowd;
    }

    @Test
    void airdrop_claimedByOneOfThree_givesTheRestBackWhenItsTimeHasCome() {
        // Given
        answers.to(ask.slash(ADA, "daily", Map.of()));
        var started = answers.message(ask.slash(ADA, "airdrop", drop("100", 3, Duration.ofSeconds(4))));
        var button = Answers.buttons(started.body()).getFirst();
        // When, Then
        assertThat(Answers.text(started.body()))
                .contains("<@700> drops **100 coins**. The first 3 get 33 coins each. It ends <t:");
        var claim = ask.press(GRACE, button);
        var claimed = answers.message(claim);
        assertThat(claimed.ephemeral()).isTrue();
        assertThat(Answers.text(claimed.body())).isEqualTo("You got **33 coins** from <@700>. You were number 1.");
        assertThat(answers.answers(claim, 2)).containsOnly(claimed);
        assertThat(answers.to(ask.press(GRACE, button))).isEqualTo("You have claimed this airdrop already.");
        assertThat(answers.to(ask.press(ADA, button))).startsWith("It is your own airdrop");
        awaitBoard("is over. 1 member claimed it and got 33 coins each. 67 coins went back to <@700>.");
        assertThat(answers.to(ask.press(Asks.someone(800), button))).isEqualTo("This airdrop is over.");
        assertThat(crowd.wallet(ask.guild(), ADA)).isEqualTo(167);
        assertThat(crowd.wallet(ask.guild(), GRACE)).isEqualTo(33);
        assertThat(answers.recorded(ask.guild(), 4))
                .extracting(TransactionRecorded::cause)
                .contains(Cause.AIRDROP, Cause.AIRDROP_CLAIM, Cause.AIRDROP_END);
        assertThat(broker.await(
                                Topics.ECONOMY_EVENTS,
                                received -> received.event().payload() instanceof AirdropEnded ended
                                        && ended.guild().equals(ask.guild()))
                        .event()
                        .payload())
                .isInstanceOfSatisfying(
                        AirdropEnded.class,
                        ended -> assertThat(ended.returned()).isEqualTo(67));
    }

    @Test
    void airdrop_sharedEvenly_paysAtTheEndAndEndsWhenItIsFull() {
        // Given
        answers.to(ask.slash(ADA, "daily", Map.of()));
        var options = Map.of(
                "amount",
                amount("101"),
                "members",
                Asks.number(2),
                "duration",
                Asks.duration(Duration.ofHours(1)),
                "share",
                EVEN);
        var button = Answers.buttons(
                        answers.message(ask.slash(ADA, "airdrop", options)).body())
                .getFirst();
        // When
        assertThat(answers.to(ask.press(GRACE, button))).startsWith("You are number 1. The coins are shared <t:");
        assertThat(crowd.wallet(ask.guild(), GRACE)).isZero();
        answers.to(ask.press(Asks.someone(800), button));
        // Then
        awaitBoard("2 members claimed it and got 50 coins each. 1 coin went back to <@700>.");
        assertThat(crowd.wallet(ask.guild(), GRACE)).isEqualTo(50);
        assertThat(crowd.wallet(ask.guild(), Asks.someone(800))).isEqualTo(50);
        assertThat(crowd.wallet(ask.guild(), ADA)).isEqualTo(100);
        assertThat(answers.to(ask.press(Asks.someone(801), button))).startsWith("Too late: all places");
    }

    @Test
    void airdrop_thatCannotBe_isRefusedInWords() {
        assertThat(answers.to(ask.slash(ADA, "airdrop", drop("all", 3, Duration.ofMinutes(1)))))
                .startsWith("There is nothing in your wallet to take");
        answers.to(ask.slash(ADA, "daily", Map.of()));
        assertThat(answers.to(ask.slash(ADA, "airdrop", drop("5", 6, Duration.ofMinutes(1)))))
                .isEqualTo("5 coins among 6 members is less than one coin each; name at least 6 coins.");
        assertThat(answers.to(ask.slash(ADA, "airdrop", drop("201", 6, Duration.ofMinutes(1)))))
                .isEqualTo("You have 200 coins in your wallet; that takes 201.");
        assertThat(answers.to(ask.slash(ADA, "airdrop", drop("50", 6, Duration.ofDays(8)))))
                .isEqualTo("`duration` must be 2 seconds to 7 days; 8 days is not.");
        assertThat(answers.to(ask.press(ADA, "economy:airdrop:999999"))).isEqualTo("This airdrop is over.");
    }

    @Test
    void airdrop_claimedBy200AtOnce_isWhatTheOracleSays() {
        // Given
        int places = 60;
        crowd.grant(ask.guild(), List.of(ADA), 1_000);
        var started = answers.message(ask.slash(ADA, "airdrop", drop("999", places, Duration.ofHours(1))));
        var button = Answers.buttons(started.body()).getFirst();
        var members =
                IntStream.range(0, 200).mapToObj(i -> Asks.someone(10_000 + i)).toList();
        // When
        var outcomes =
                crowd.askAll(members.stream().map(who -> ask.press(who, button)).toList());
        // Then
        awaitBoard("60 members claimed it and got 16 coins each. 39 coins went back to <@700>.");
        long granted = outcomes.stream().filter(AirdropServiceTest::isGranted).count();
        assertThat(granted).isEqualTo(places);
        for (int i = 0; i < members.size(); i++) {
            assertThat(crowd.wallet(ask.guild(), members.get(i)))
                    .isEqualTo(isGranted(outcomes.get(i)) ? 999 / places : 0);
        }
        assertThat(crowd.wallet(ask.guild(), ADA)).isEqualTo(1_000 - places * (999L / places));
        var placesGiven = outcomes.stream()
                .filter(AirdropServiceTest::isGranted)
                .map(outcome -> ((Answer.Message) outcome.answers().getFirst())
                        .body()
                        .content()
                        .replaceAll(".*number (\\d+).*", "$1"))
                .map(Integer::valueOf)
                .sorted()
                .toList();
        assertThat(placesGiven)
                .isEqualTo(IntStream.rangeClosed(1, places).boxed().toList());
    }

    private static boolean isGranted(Outcome outcome) {
        return outcome.answers().getFirst() instanceof Answer.Message;
    }

    @Test
    void rain_onThoseWhoWrote_isSharedEvenlyAndAtOnce() {
        // Given
        var now = Instant.now();
        answers.to(ask.slash(ADA, "daily", Map.of()));
        assertThat(answers.to(ask.slash(ADA, "rain", Map.of("amount", amount("50")))))
                .isEqualTo("Nobody else wrote in the last 30 minutes; name a longer time, such as `2h`.");
        broker.send(Topics.FACTS, ask.wrote(GRACE, now, 1));
        broker.send(Topics.FACTS, ask.wrote(ADA, now, 2));
        broker.send(Topics.FACTS, ask.wrote(Asks.someone(800), now, 3));
        Awaitility.await().atMost(PATIENCE).until(() -> wallets(GRACE, ADA, Asks.someone(800)) == 500);
        // When
        var said = answers.to(ask.slash(ADA, "rain", Map.of("amount", amount("51"))));
        // Then
        assertThat(said).isEqualTo("<@700> lets **50 coins** rain: 25 coins for each of 2 members.\n\n<@701>, <@800>");
        assertThat(crowd.wallet(ask.guild(), ADA)).isEqualTo(250);
        assertThat(crowd.wallet(ask.guild(), GRACE)).isEqualTo(125);
        assertThat(answers.to(ask.slash(ADA, "rain", Map.of("amount", amount("1")))))
                .startsWith("1 coin among 2 members is less than one coin each");
    }

    private long wallets(Member... members) {
        return Arrays.stream(members)
                .mapToLong(member -> crowd.wallet(ask.guild(), member))
                .sum();
    }

    private static Map<String, OptionValue> drop(String coins, int places, Duration lasts) {
        return Map.of("amount", amount(coins), "members", Asks.number(places), "duration", Asks.duration(lasts));
    }

    /** The newest edit says how it ended. */
    private void awaitBoard(String words) {
        broker.await(
                Topics.REPLIES,
                received -> received.event().payload() instanceof EditMessage edit
                        && Answers.text(edit.body()).contains(words));
    }
}
