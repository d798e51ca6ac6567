package dev.warren.economy;

import static dev.warren.economy.Asks.ADA;
import static dev.warren.economy.Asks.GRACE;
import static dev.warren.economy.Asks.ROBOT;
import static dev.warren.economy.Asks.amount;
import static dev.warren.economy.Asks.number;
import static dev.warren.economy.Asks.role;
import static dev.warren.economy.Asks.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.verification.Verification;
import dev.warren.runtime.commands.Answer;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.ActionEvent.AddRole;
import dev.warren.schemas.bot.ActionEvent.RemoveRole;
import dev.warren.schemas.bot.AnswerEvent.AnswerChoices;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The shop between real Kafka and PostgreSQL. Each test has a guild of its own. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class ShopServiceTest extends ServiceTest {
    private static final RoleId OWSLA = new RoleId(990);

    private final Crowd crowd;

    ShopServiceTest(Verification verification, Crowd crowd, @ConfigProperty(name = "warren.test.kafka") String kafka) {
        super(verification, kafka);
        this.crowd = crowd;
    }

    @Test
    void item_boughtGivenAndSold_isWhereItShouldBe() {
        // Given
        crowd.grant(ask.guild(), List.of(ADA), 1_000);
        assertThat(answers.to(
                        shop("add", Map.of("name", text("Golden carrot"), "price", amount("99"), "stock", number(5)))))
                .startsWith("**Golden carrot** is added, transaction `#2`.\n**Golden carrot** · 99 coins · 5 left");
        // When, Then
        var buy = ask(ADA, "buy", "golden  CARROT", 3);
        assertThat(answers.to(buy))
                .isEqualTo("You bought 3 × **Golden carrot** for **297 coins**. You have 703 coins left.");
        assertThat(answers.answers(buy, 2)).hasSize(2).containsOnly(answers.message(buy));
        assertThat(answers.to(ask(ADA, "buy", "golden carrot", 3)))
                .isEqualTo("There are only 2 × **Golden carrot** left.");
        assertThat(answers.to(gift(ADA, GRACE, "golden carrot", 1)))
                .isEqualTo("<@700> gave <@701> 1 × **Golden carrot**.");
        assertThat(answers.to(gift(ADA, GRACE, "golden carrot", 3)))
                .isEqualTo("You have 2 × **Golden carrot**, and that takes 3.");
        assertThat(answers.to(gift(ADA, ROBOT, "golden carrot", 1))).startsWith("Bots have no use");
        assertThat(answers.to(gift(ADA, ADA, "golden carrot", 1))).startsWith("You have it already");
        assertThat(answers.to(ask(ADA, "sell", "golden carrot", 2)))
                .isEqualTo("You sold 2 × **Golden carrot** for **99 coins**. You have 802 coins in your wallet.");
        assertThat(answers.to(ask.slash(GRACE, "inventory", Map.of()))).contains("<@701>\n1 × **Golden carrot**");
        assertThat(answers.to(ask.slash(ADA, "inventory", Map.of()))).contains("has no items yet");
        assertThat(answers.to(ask.slash(ADA, "shop", Map.of()))).contains("**Golden carrot** · 99 coins · 4 left");
    }

    @Test
    void item_thatGivesARole_givesItWhenItIsUsedAndTakesItWhenItsTimeIsOver() {
        // Given
        crowd.grant(ask.guild(), List.of(ADA), 1_000);
        answers.to(shop(
                "add",
                Map.of(
                        "name", text("Medal"),
                        "price", amount("10"),
                        "role", role(OWSLA),
                        "lasts", Asks.duration(Duration.ofSeconds(2)))));
        answers.to(ask(ADA, "buy", "medal", 1));
        // When
        var use = ask.slash(ADA, "use", Map.of("item", text("medal")));
        assertThat(answers.to(use)).startsWith("You used **Medal**. You get <@&990>, which ends <t:");
        // Then
        assertThat(answers.caused(Topics.ACTIONS, use, 1)).first().isInstanceOfSatisfying(AddRole.class, given -> {
            assertThat(given.user()).isEqualTo(ADA.id());
            assertThat(given.role()).isEqualTo(OWSLA);
        });
        broker.await(
                Topics.ACTIONS,
                received -> received.event().payload() instanceof RemoveRole taken
                        && taken.context().guild().equals(ask.guild())
                        && taken.role().equals(OWSLA));
        assertThat(answers.to(ask.slash(ADA, "use", Map.of("item", text("medal")))))
                .isEqualTo("You have no item of that name. `/inventory` shows what you have.");
    }

    @Test
    void item_thatCannotBeBought_isRefusedInWords() {
        // Given
        crowd.grant(ask.guild(), List.of(ADA), 100);
        answers.to(shop(
                "add",
                Map.of(
                        "name", text("Badge"),
                        "price", amount("10"),
                        "limit", number(2),
                        "required-role", role(OWSLA))));
        answers.to(shop("add", Map.of("name", text("Castle"), "price", amount("1000"))));
        var member = Asks.with(ADA, OWSLA);
        // When, Then
        assertThat(answers.to(ask(ADA, "buy", "badg", 1))).isEqualTo("No item is called that. Did you mean **Badge**?");
        assertThat(answers.to(ask(ADA, "buy", "dragon", 1)))
                .isEqualTo("No item is called that. `/shop` shows what there is.");
        assertThat(answers.to(ask(ADA, "buy", "badge", 1))).isEqualTo("Only members with <@&990> may buy **Badge**.");
        assertThat(answers.to(ask(member, "buy", "badge", 2))).startsWith("You bought 2");
        assertThat(answers.to(ask(member, "buy", "badge", 1)))
                .isEqualTo("A member may buy 2 × **Badge**; you have had them.");
        assertThat(answers.to(ask(ADA, "buy", "castle", 1)))
                .isEqualTo("You have 80 coins in your wallet; that takes 1,000.");
        assertThat(answers.to(shop("edit", Map.of("item", text("castle"), "stock", number(0)))))
                .contains("**Castle** · 1,000 coins · sold out");
        assertThat(answers.to(ask(ADA, "buy", "castle", 1))).isEqualTo("**Castle** is sold out.");
        assertThat(answers.to(
                        shop("edit", Map.of("item", text("castle"), "clear", text("stock"), "price", amount("5")))))
                .contains("**Castle** · 5 coins");
        assertThat(answers.to(shop("add", Map.of("name", text("CASTLE"), "price", amount("5")))))
                .isEqualTo("**Castle** is sold already; `/shop edit` changes it.");
        assertThat(answers.to(shop("add", Map.of("name", text("Moat"), "price", amount("half")))))
                .isEqualTo("`price` must be a number of coins such as 250 or 1k.");
        var removing = shop("remove", Map.of("item", text("Badge")));
        assertThat(answers.to(removing)).startsWith("**Badge** is sold no more");
        assertThat(answers.audited(removing).action()).isEqualTo("item-removed");
        assertThat(answers.to(ask(member, "sell", "badge", 1))).isEqualTo("The shop does not take **Badge** back.");
        assertThat(answers.to(ask.slash(member, "use", Map.of("item", text("badge")))))
                .isEqualTo("You used **Badge**.");
    }

    @Test
    void completion_ofItems_namesWhatIsSoldOrWhatOneHas() {
        // Given
        crowd.grant(ask.guild(), List.of(ADA), 100);
        answers.to(shop("add", Map.of("name", text("Red flag"), "price", amount("10"))));
        answers.to(shop("add", Map.of("name", text("Blue flag"), "price", amount("10"))));
        answers.to(ask(ADA, "buy", "red flag", 1));
        // When, Then
        assertThat(completed("buy", "FLAG")).extracting(Choice::value).containsExactly("Blue flag", "Red flag");
        assertThat(completed("sell", "")).extracting(Choice::value).containsExactly("Red flag");
    }

    @Test
    void item_ofWhichThereAreTen_isSoldTenTimesTo1000AtOnce() {
        // Given
        answers.to(shop("add", Map.of("name", text("Ticket"), "price", amount("7"), "stock", number(10))));
        var members = IntStream.range(0, 1_000)
                .mapToObj(i -> Asks.someone(20_000 + i))
                .toList();
        crowd.grant(ask.guild(), members, 20);
        // When
        var outcomes = crowd.askAll(
                members.stream().map(who -> ask(who, "buy", "ticket", 1)).toList());
        // Then
        int sold = 0;
        for (int i = 0; i < members.size(); i++) {
            boolean bought = outcomes.get(i).answers().getFirst() instanceof Answer.Message;
            sold += bought ? 1 : 0;
            assertThat(crowd.wallet(ask.guild(), members.get(i))).isEqualTo(bought ? 13 : 20);
        }
        assertThat(sold).isEqualTo(10);
        assertThat(answers.to(ask.slash(ADA, "shop", Map.of()))).contains("**Ticket** · 7 coins · sold out");
    }

    private List<Choice> completed(String command, String typed) {
        var asked = ask.completing(ADA, command, typed);
        return ((AnswerChoices) answers.answers(asked, 1).getFirst()).choices();
    }

    private Event<InteractionEvent> ask(Member who, String command, String item, long quantity) {
        return ask.slash(who, command, Map.of("item", text(item), "quantity", number(quantity)));
    }

    private Event<InteractionEvent> gift(Member from, Member to, String item, long quantity) {
        return ask.slash(from, "gift", Map.of("member", user(to), "item", text(item), "quantity", number(quantity)));
    }

    private Event<InteractionEvent> shop(String subcommand, Map<String, OptionValue> options) {
        return ask.slash(GRACE, "shop", Optional.of(subcommand), new HashMap<>(options), Instant.now());
    }

    private static OptionValue text(String value) {
        return OptionValue.text(value);
    }
}
