package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Topics;
import dev.warren.simulator.client.ControlRefused;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coins as members get and spend them. Each test has members of its own. */
@ExtendWith(OnStack.class)
class EconomyIT {
    private static final int EPHEMERAL = 64;

    @Test
    void daily_thenBalance_showsTheCoins(Stack stack) {
        var chat = new Chat(stack);

        assertThat(text(chat.answerTo(chat.slash("rich-ada", "daily", Map.of()))))
                .contains("**+200 coins**");
        assertThat(text(chat.replyTo(chat.say("rich-ada", "!balance")))).contains("Wallet: 200 coins");

        var again = chat.answerTo(chat.slash("rich-ada", "daily", Map.of()));
        assertThat(text(again)).contains("You have had today's coins");
        assertThat(again.getInteger("flags") & EPHEMERAL).isEqualTo(EPHEMERAL);
    }

    @Test
    void pay_ofMoreThanThereIs_isRefusedAndOfLessMovesIt(Stack stack) {
        var chat = new Chat(stack);
        // not by a message: writing earns coins, too
        chat.answerTo(chat.slash("payee", "balance", Map.of()));
        chat.answerTo(chat.slash("payer", "daily", Map.of()));

        assertThat(text(chat.replyTo(chat.say("payer", "!pay payee 1k"))))
                .contains("You have 200 coins in your wallet; that takes 1,000.");
        assertThat(text(chat.replyTo(chat.say("payer", "!pay payee half")))).contains("**100 coins**");
        assertThat(text(chat.replyTo(chat.say("payee", "!balance")))).contains("Wallet: 100 coins");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,000    | that takes 1,000",
                "٥        | **5 coins**",
                "1e9      | such as 250 or 1k",
                "-5       | such as 250 or 1k",
                "2.5      | such as 250 or 1k",
                "0        | at least 1",
                "lots     | such as 250 or 1k",
                "1,500k   | such as 250 or 1k",
            })
    void amount_asPeopleWriteIt_isUnderstoodOrRefusedWithAnExample(String written, String said, Stack stack) {
        var chat = new Chat(stack);
        chat.say("counted", "hello");
        chat.answerTo(chat.slash("counting", "daily", Map.of()));

        assertThat(text(chat.replyTo(chat.say("counting", "!pay counted " + written))))
                .contains(said);
    }

    @Test
    void command_deliveredAgain_isAnsweredTheSameAndMovesNothing(Stack stack) {
        // Given
        var chat = new Chat(stack);
        var interaction = chat.slash("twice", "daily", Map.of());
        chat.answerTo(interaction);
        var asked = asked(stack, interaction);
        // When
        stack.broker().send(Topics.INTERACTIONS, asked);
        // Then
        var answers = stack.broker()
                .await(
                        Topics.ANSWERS,
                        2,
                        received -> received.event().causationId().equals(Optional.of(asked.id())));
        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst().event()).isEqualTo(answers.getLast().event());
        assertThat(text(chat.replyTo(chat.say("twice", "!balance")))).contains("Wallet: 200 coins");
    }

    @Test
    void grant_byAMemberWithoutPermission_isRefusedAndByTheOwnerIsDone(Stack stack) {
        var chat = new Chat(stack);
        chat.say("granted", "hello");

        assertThat(text(chat.replyTo(chat.say("granted", "!economy grant granted 5k"))))
                .containsIgnoringCase("manage server");
        assertThat(catchThrowableOfType(
                                ControlRefused.class, () -> chat.slash("granted", "economy", "settings", Map.of()))
                        .status())
                .isEqualTo(403);
        // answered to the owner alone, by direct message
        chat.say("owner", "!economy grant granted 5k won the quiz");
        await().until(() -> {
            var balance = text(chat.replyTo(chat.say("granted", "!balance")));
            return balance.contains("Wallet: 5,000 coins") || balance.contains("Wallet: 5,100 coins");
        });
    }

    @Test
    void supply_ofAServer_isShownToItsOwnerInNumbersAndAsAPicture(Stack stack) {
        var chat = new Chat(stack);
        chat.answerTo(chat.slash("saver", "daily", Map.of()));

        var shown = chat.answerTo(chat.slash("owner", "economy", "supply", Map.of()));

        assertThat(text(shown)).contains("in circulation", "Sources: ", "daily ");
        assertThat(shown.getJsonArray("attachments")).hasSize(1);
        assertThat(shown.getJsonArray("attachments").getJsonObject(0).getString("filename"))
                .isEqualTo("supply.png");
    }

    @Test
    void ledger_verifiedByAMemberAndAtATerminal_isProved(Stack stack) {
        var chat = new Chat(stack);
        chat.answerTo(chat.slash("auditor", "daily", Map.of()));

        assertThat(text(chat.answerTo(chat.slash("auditor", "ledger", "verify", Map.of()))))
                .contains("**Proved.**");
        assertThat(stack.warren("ledger", "verify")).contains("proved").doesNotContain("TAMPERED");
    }

    @Test
    void ledger_thatWasTamperedWith_isToldWithItsRow(Stack stack) {
        // Given
        var chat = new Chat(stack, "tampered");
        chat.answerTo(chat.slash("victim", "daily", Map.of()));
        var guild = stack.discord()
                .put("/guilds", new JsonObject().put("guild", "tampered"))
                .getString("id");
        // When
        tamper(stack, guild, 50);
        // Then
        try {
            assertThat(text(chat.answerTo(chat.slash("victim", "ledger", "verify", Map.of()))))
                    .contains("tampered with", "transaction 1: what it says is not what was sealed");
            assertThat(stack.refused("ledger", "verify", "--guild", guild))
                    .contains(guild + ": transaction 1: what it says is not what was sealed");
        } finally {
            tamper(stack, guild, -50);
        }
        assertThat(stack.warren("ledger", "verify", "--guild", guild)).contains("proved");
    }

    /** As one could who owns the database: what a member got is another amount. */
    private static void tamper(Stack stack, String guild, int more) {
        var address = "postgresql://postgres:postgres@127.0.0.1:"
                + stack.process("postgresql").getInteger("port") + "/economy";
        var vertx = Vertx.vertx();
        try {
            PgBuilder.client()
                    .connectingTo(address)
                    .using(vertx)
                    .build()
                    .query("""
                            ALTER TABLE ledger_entry DISABLE TRIGGER append_only;
                            UPDATE ledger_entry SET amount = amount + %d WHERE guild_id = %s AND number = 1 AND amount > 0;
                            ALTER TABLE ledger_entry ENABLE TRIGGER append_only""".formatted(more, guild))
                    .execute()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static String text(JsonObject message) {
        return Chat.text(message);
    }

    private static Event<InteractionEvent> asked(Stack stack, String interaction) {
        return stack.broker()
                .await(
                        Topics.INTERACTIONS,
                        received -> received.event().id().value().equals("interaction:" + interaction))
                .event();
    }
}
