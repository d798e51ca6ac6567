package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.topics.Topics;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Airdrops, the shop, games and giveaways as members meet them. Each test has members of its own. */
@ExtendWith(OnStack.class)
class MarketIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void airdrop_claimedByTwo_givesTheRestBackAtItsEnd(Stack stack) {
        var chat = new Chat(stack);
        chat.answerTo(chat.slash("dropper", "daily", Map.of()));
        var board = chat.answerTo(
                chat.slash("dropper", "airdrop", Map.of("amount", "100", "members", 4, "duration", "6s")));
        assertThat(text(board)).contains("drops **100 coins**. The first 4 get 25 coins each.");

        assertThat(text(press(stack, chat, board, 0, "claimer-one"))).contains("You got **25 coins**");
        assertThat(text(press(stack, chat, board, 0, "claimer-two"))).contains("You were number 2.");
        assertThat(text(press(stack, chat, board, 0, "claimer-two")))
                .contains("You have claimed this airdrop already.");
        assertThat(text(press(stack, chat, board, 0, "dropper"))).contains("It is your own airdrop");

        awaitText(chat, board, "2 members claimed it and got 25 coins each. 50 coins went back to");
        assertThat(text(chat.answerTo(chat.slash("dropper", "balance", Map.of()))))
                .contains("Wallet: 150 coins");
        assertThat(text(chat.answerTo(chat.slash("claimer-one", "balance", Map.of()))))
                .contains("Wallet: 25 coins");
    }

    @Test
    void item_boughtAndUsed_givesItsRole(Stack stack) {
        var chat = new Chat(stack);
        var role = stack.discord()
                .put("/roles", new JsonObject().put("guild", chat.guild()).put("role", "Medallist"))
                .getString("id");
        chat.answerTo(chat.slash("shopper", "daily", Map.of()));
        assertThat(text(chat.answerTo(chat.slash(
                        "owner", "shop", "add", Map.of("name", "Medal", "price", "150", "stock", 1, "role", role)))))
                .contains("**Medal** is added");

        assertThat(text(chat.answerTo(chat.slash("shopper", "buy", Map.of("item", "medl")))))
                .contains("Did you mean **Medal**?");
        assertThat(text(chat.answerTo(chat.slash("shopper", "buy", Map.of("item", "medal")))))
                .contains("You bought 1 × **Medal** for **150 coins**");
        assertThat(text(chat.answerTo(chat.slash("shopper", "buy", Map.of("item", "medal")))))
                .contains("**Medal** is sold out.");
        assertThat(text(chat.answerTo(chat.slash("shopper", "use", Map.of("item", "medal")))))
                .contains("You used **Medal**. You get <@&" + role + ">");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(roles(stack, chat.slash("shopper", "inventory", Map.of())))
                        .contains(RoleId.of(role)));
    }

    @Test
    void coinflip_whoseSeedIsTold_isRecomputed(Stack stack) {
        var chat = new Chat(stack);
        chat.answerTo(chat.slash("flipper", "daily", Map.of()));
        chat.answerTo(chat.slash("flipper", "fair", "seed", Map.of("seed", "my-own-seed")));

        var flipped = text(chat.answerTo(chat.slash("flipper", "coinflip", Map.of("bet", "50", "side", "heads"))));
        assertThat(flipped).contains("You bet 50 coins on heads.");
        long number = number(flipped, "Game #");
        assertThat(text(chat.answerTo(chat.slash("flipper", "fair", "verify", Map.of("number", number)))))
                .contains("The seed of that game is still in use");

        chat.answerTo(chat.slash("flipper", "fair", "rotate", Map.of()));
        assertThat(text(chat.answerTo(chat.slash("flipper", "fair", "verify", Map.of("number", number)))))
                .contains("Message: `my-own-seed:0`", "Recomputed: the same.");
    }

    @Test
    void hand_ofBlackjack_goesOnAfterTheServiceWasKilled(Stack stack) {
        // Given: a hand that is not over with its first cards
        var chat = new Chat(stack);
        chat.answerTo(chat.slash("player", "daily", Map.of()));
        var hand = await().atMost(PATIENCE)
                .until(
                        () -> chat.answerTo(chat.slash("player", "blackjack", Map.of("bet", "1"))),
                        dealt -> !dealt.getJsonArray("components", new JsonArray())
                                .isEmpty());
        // When
        stack.kill("economy-service");
        // Then
        assertThat(text(press(stack, chat, hand, 1, "somebody-else"))).contains("That is the hand of");
        stack.discord().component(hand.getString("id"), button(hand, 1), "player", List.of());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(text(now(chat, hand)))
                        .containsPattern("You win and get|Nobody wins|The house wins"));
    }

    @Test
    void giveaway_whenItsTimeHasCome_isDrawnAmongThoseWhoEntered(Stack stack) {
        var chat = new Chat(stack);
        var board = chat.answerTo(chat.slash(
                "owner", "giveaway", "start", Map.of("duration", "5s", "winners", 1, "prize", "a golden carrot")));
        assertThat(text(press(stack, chat, board, 0, "entrant"))).contains("You are in; it is drawn");
        assertThat(text(press(stack, chat, board, 0, "wavering"))).contains("You are in");
        assertThat(text(press(stack, chat, board, 0, "wavering"))).contains("You are out");

        var won = chat.first(message -> message.getString("content", "").contains("won **a golden carrot**"));
        assertThat(won.getJsonArray("mentions")).hasSize(1);
        awaitText(chat, board, "Drawn from 1 member.");
        assertThat(text(chat.answerTo(chat.slash(
                        "owner", "giveaway", "reroll", Map.of("giveaway", number(text(board), "Giveaway "))))))
                .contains("Too few entered");
    }

    /** Somebody presses a button of a message; gives what that member is answered. */
    private static JsonObject press(Stack stack, Chat chat, JsonObject message, int place, String user) {
        return chat.answerTo(
                stack.discord().component(message.getString("id"), button(message, place), user, List.of()));
    }

    private static String button(JsonObject message, int place) {
        return Chat.objects(message.getJsonArray("components")).stream()
                .flatMap(row -> Chat.objects(row.getJsonArray("components")).stream())
                .map(component -> component.getString("custom_id"))
                .toList()
                .get(place);
    }

    /** The message as it stands now. */
    private static JsonObject now(Chat chat, JsonObject message) {
        return chat.first(said -> said.getString("id").equals(message.getString("id")));
    }

    private static void awaitText(Chat chat, JsonObject message, String words) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(text(now(chat, message))).contains(words));
    }

    private static long number(String text, String before) {
        return Long.parseLong(text.replaceAll("(?s).*" + before + "(\\d+).*", "$1"));
    }

    private static List<RoleId> roles(Stack stack, String interaction) {
        InteractionEvent asked = stack.broker()
                .await(
                        Topics.INTERACTIONS,
                        received -> received.event().id().value().equals("interaction:" + interaction))
                .event()
                .payload();
        return asked.origin().member().roles();
    }

    private static String text(JsonObject message) {
        return Chat.text(message);
    }
}
