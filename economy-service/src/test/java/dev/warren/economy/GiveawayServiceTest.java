package dev.warren.economy;

import static dev.warren.economy.Asks.ADA;
import static dev.warren.economy.Asks.GRACE;
import static dev.warren.economy.Asks.amount;
import static dev.warren.economy.Asks.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.fair.Seed;
import dev.warren.economy.verification.Verification;
import dev.warren.runtime.commands.Answer;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.economy.ChanceEvents.GiveawayDrawn;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.leveling.LevelingEvent.LevelReached;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Giveaways between real Kafka and PostgreSQL. Each test has a guild of its own. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class GiveawayServiceTest extends ServiceTest {
    private static final RoleId OWSLA = new RoleId(990);

    private final Crowd crowd;

    GiveawayServiceTest(
            Verification verification, Crowd crowd, @ConfigProperty(name = "warren.test.kafka") String kafka) {
        super(verification, kafka);
        this.crowd = crowd;
    }

    @BeforeEach
    void grant() {
        crowd.grant(ask.guild(), List.of(ADA), 1_000);
    }

    @Test
    void giveaway_ofCoins_isDrawnAtItsTimeAndTheRestGoesBack() {
        // Given
        var started = start(Duration.ofSeconds(4), 2, Map.of("coins", amount("501")));
        var button = Answers.buttons(started).getFirst();
        assertThat(Answers.text(started)).contains("**501 coins**\nBy <@700>, 2 winners, drawn <t:");
        assertThat(crowd.wallet(ask.guild(), ADA)).isEqualTo(499);
        // When
        assertThat(answers.to(ask.press(GRACE, button))).startsWith("You are in; it is drawn <t:");
        assertThat(answers.to(ask.press(GRACE, button))).isEqualTo("You are out. Press again to enter.");
        assertThat(answers.to(ask.press(GRACE, button))).startsWith("You are in");
        assertThat(answers.to(ask.slash(ADA, "giveaway", Map.of()))).contains("**501 coins** · 2 winners · drawn <t:");
        // Then
        var drawn = drawn(0);
        assertThat(drawn.winners()).containsExactly(GRACE.id());
        assertThat(drawn.share()).isEqualTo(250);
        assertThat(crowd.wallet(ask.guild(), GRACE)).isEqualTo(250);
        assertThat(crowd.wallet(ask.guild(), ADA)).isEqualTo(750);
        assertThat(posted("🎉 <@701> won **501 coins** (250 coins each)!").users())
                .containsExactly(GRACE.id());
        broker.await(
                Topics.REPLIES,
                received -> received.event().payload() instanceof EditMessage edit
                        && Answers.text(edit.body()).contains(drawn.seed() + "`, message `" + drawn.digest() + ":0`"));
        assertThat(Answers.text(started)).contains(hash(drawn.seed()));
        assertThat(answers.to(ask.press(Asks.someone(800), button))).isEqualTo("This giveaway is over.");
        assertThat(answers.to(ask.slash(ADA, "giveaway", Map.of())))
                .isEqualTo("There is no giveaway to enter here now.");
    }

    @Test
    void giveaway_drawnAgain_excludesWhoWonBefore() {
        // Given
        var started = start(Duration.ofHours(1), 1, Map.of("prize", OptionValue.text("a hat"), "coins", amount("100")));
        long id = id(started);
        var entrants = Stream.of(800, 801, 802).map(Asks::someone).toList();
        entrants.forEach(
                who -> answers.to(ask.press(who, Answers.buttons(started).getFirst())));
        assertThat(answers.to(manage("reroll", id)))
                .isEqualTo("Giveaway `%d` is not drawn yet; `/giveaway end` draws it now.".formatted(id));
        assertThat(answers.to(manage("end", id))).isEqualTo("Giveaway `%d` is drawn.".formatted(id));
        var first = drawn(0).winners().getFirst();
        // When
        var rerolling = manage("reroll", id);
        assertThat(answers.to(rerolling)).isEqualTo("Giveaway `%d` is drawn again.".formatted(id));
        assertThat(answers.audited(rerolling).action()).isEqualTo("giveaway-rerolled");
        answers.to(manage("reroll", id));
        // Then
        assertThat(Stream.of(
                        first, drawn(1).winners().getFirst(), drawn(2).winners().getFirst()))
                .containsExactlyInAnyOrderElementsOf(
                        entrants.stream().map(Member::id).toList());
        assertThat(hash(drawn(1).seed())).isEqualTo(drawn(0).nextHash());
        assertThat(answers.to(manage("reroll", id))).startsWith("Too few entered giveaway");
        assertThat(entrants.stream().mapToLong(who -> crowd.wallet(ask.guild(), who)))
                .containsExactlyInAnyOrder(0L, 0L, 100L);
        assertThat(answers.to(manage("end", id))).contains("is drawn already");
        assertThat(answers.to(manage("end", 999_999))).startsWith("There is no giveaway `999999`");
    }

    @Test
    void entry_ofWhoMayNot_isRefusedWithWhatIsLacking() {
        var started = start(
                Duration.ofHours(1),
                1,
                Map.of("prize", OptionValue.text("a hat"), "role", Asks.role(OWSLA), "level", number(3)));
        assertThat(Answers.text(started)).contains("For members with role <@&990>, level 3.");
        assertThat(answers.to(ask.press(GRACE, Answers.buttons(started).getFirst())))
                .isEqualTo("To enter you need the role <@&990>, and level 3 (yours is 0).");
        // When: the member gets the role, and leveling tells of a level, the older one last
        reached(GRACE, 3);
        reached(GRACE, 2);
        // Then
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> answers.to(ask.press(
                                Asks.with(GRACE, OWSLA),
                                Answers.buttons(started).getFirst()))
                        .startsWith("You are in"));
    }

    private void reached(Member who, int level) {
        var now = Instant.now();
        broker.send(
                Topics.LEVELING_EVENTS,
                Event.first(
                        EventId.of("test:" + ask.guild() + "/level-reached:" + level),
                        "/leveling",
                        now,
                        Keys.member(Optional.of(ask.guild()), who.id()),
                        new LevelReached(ask.guild(), who.id(), level, level - 1, 500, now)));
    }

    @Test
    void giveaway_thatCannotBe_isRefusedInWords() {
        assertThat(answers.to(starting(Duration.ofHours(1), 1, Map.of())))
                .isEqualTo("Name a `prize`, or `coins` from your wallet.");
        assertThat(answers.to(starting(Duration.ofHours(1), 5, Map.of("coins", amount("4")))))
                .isEqualTo("4 coins for 5 winners is less than one coin each; name at least 5 coins.");
        assertThat(answers.to(starting(Duration.ofHours(1), 1, Map.of("coins", amount("1001")))))
                .isEqualTo("You have 1,000 coins in your wallet; that takes 1,001.");
        assertThat(answers.to(starting(Duration.ofDays(40), 1, Map.of("prize", OptionValue.text("a hat")))))
                .isEqualTo("`duration` must be 2 seconds to 28 days; 40 days is not.");
    }

    @Test
    void draw_afterADowntime_isSaidToBeLate() {
        // Given: it was asked for so long ago that its time is over already, as after a downtime
        var asked = ask.slash(
                ADA,
                "giveaway",
                Optional.of("start"),
                options(Duration.ofSeconds(2), 1, Map.of("prize", OptionValue.text("a late hat"))),
                Instant.now().minusSeconds(3_600));
        var board = (Answer.Message) crowd.ask(asked).answers().getFirst();
        // When, Then: the timer, due long since, comes by itself
        assertThat(posted("(**a late hat**) is over, and nobody could win it. It was due <t:")
                        .users())
                .isEmpty();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(crowd.due(ask.guild(), Deadline.GIVEAWAY, id(board.body())))
                        .isEmpty());
    }

    private MessageBody start(Duration lasts, int winners, Map<String, OptionValue> more) {
        return answers.message(starting(lasts, winners, more)).body();
    }

    private Event<InteractionEvent> starting(Duration lasts, int winners, Map<String, OptionValue> more) {
        return ask.slash(ADA, "giveaway", Optional.of("start"), options(lasts, winners, more), Instant.now());
    }

    private static Map<String, OptionValue> options(Duration lasts, int winners, Map<String, OptionValue> more) {
        var options = new HashMap<>(more);
        options.put("duration", Asks.duration(lasts));
        options.put("winners", number(winners));
        return options;
    }

    private Event<InteractionEvent> manage(String subcommand, long id) {
        return ask.slash(ADA, "giveaway", Optional.of(subcommand), Map.of("giveaway", number(id)), Instant.now());
    }

    private static long id(MessageBody started) {
        return Long.parseLong(Answers.buttons(started).getFirst().split(":")[2]);
    }

    private GiveawayDrawn drawn(int round) {
        return (GiveawayDrawn) broker.await(
                        Topics.ECONOMY_EVENTS,
                        received -> received.event().payload() instanceof GiveawayDrawn drawn
                                && drawn.guild().equals(ask.guild())
                                && drawn.round() == round)
                .event()
                .payload();
    }

    private MessageBody.Pings posted(String words) {
        return ((PostMessage) broker.await(
                                Topics.REPLIES,
                                received -> received.event().payload() instanceof PostMessage post
                                        && post.body().content().contains(words))
                        .event()
                        .payload())
                .body()
                .pings();
    }

    private static String hash(String seed) {
        return new Seed(seed).hash();
    }
}
