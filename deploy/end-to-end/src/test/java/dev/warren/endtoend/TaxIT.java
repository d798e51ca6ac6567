package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What keeps coins scarce, as members meet it. Each test has a server of its own. */
@ExtendWith(OnStack.class)
class TaxIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void payment_whereThereIsAFee_fillsTheTreasuryAndLeavesCirculation(Stack stack) {
        var chat = new Chat(stack, "fees");
        chat.answerTo(chat.slash("payee", "balance", Map.of()));
        set(chat, "economy.pay-fee", "10");
        set(chat, "economy.burned", "50");
        chat.answerTo(chat.slash("payer", "daily", Map.of()));

        assertThat(text(chat.replyTo(chat.say("payer", "!pay payee 100"))))
                .contains("**90 coins**", "The fee was 10 coins.");

        assertThat(text(chat.answerTo(chat.slash("owner", "economy", "supply", Map.of()))))
                .contains("treasury 5 ", "Sinks: payment 5", "Collected by the treasury: payment 5")
                .contains("Of fees and taxes 50 % leave circulation.");
        assertThat(text(chat.answerTo(chat.slash("owner", "economy", "burn", Map.of("amount", "all")))))
                .contains("5 coins are out of circulation");
    }

    @Test
    void wealth_ofWhichMembersWereTold_isTaxedOnItsDay(Stack stack) {
        // Given
        var chat = new Chat(stack, "taxed");
        var room = chat.say("rich", "hello").channelId();
        chat.answerTo(chat.slash("owner", "economy", "grant", Map.of("member", "rich", "amount", "5000")));
        chat.answerTo(chat.slash("rich", "deposit", Map.of("amount", "1k")));
        set(chat, "economy.wealth-threshold", "1000");
        set(chat, "economy.notices", room);
        set(chat, "economy.wealth-tax", "10");
        await().atMost(PATIENCE)
                .until(() -> text(chat.answerTo(chat.slash("owner", "economy", "supply", Map.of())))
                        .contains("**10 %** of what a member holds above 1,000 coins"));
        // the timers are set when the service starts, and then every ten minutes
        stack.kill("economy-service");
        var guild = stack.discord()
                .put("/guilds", new JsonObject().put("guild", "taxed"))
                .getString("id");
        // When the day before comes
        comes(stack, "wealth-tax:" + guild + "@%/notice");
        // Then
        chat.first(
                message -> text(message).contains("Wealth tax") && text(message).contains("**10 %**"));
        // When the day comes
        comes(stack, "wealth-tax:" + guild + "@__________");
        // Then a tenth of what lies above 1,000, with what writing earned
        await().atMost(PATIENCE)
                .until(() -> text(chat.answerTo(chat.slash("rich", "history", Map.of())))
                        .contains("wealth tax **-4"));
        assertThat(text(chat.answerTo(chat.slash("rich", "balance", Map.of()))))
                .containsPattern("\\*\\*4,[56]\\d\\d coins\\*\\*");
        assertThat(stack.warren("ledger", "verify", "--guild", guild)).contains("proved");
    }

    /** As if the time of a timer had come. */
    private static void comes(Stack stack, String timer) {
        await().atMost(PATIENCE)
                .until(() ->
                        stack.execute("economy", "UPDATE timer SET due_at = now() WHERE id LIKE '" + timer + "'") == 1);
    }

    /** Holds five seconds later. */
    private static void set(Chat chat, String setting, String value) {
        var answer =
                text(chat.answerTo(chat.slash("owner", "settings", "set", Map.of("setting", setting, "value", value))));
        assertThat(answer).contains(setting);
        await().atMost(PATIENCE)
                .until(() -> text(chat.answerTo(chat.slash("owner", "economy", "settings", Map.of())))
                        .matches("(?s).*`" + setting + "`[^`]*: \\*\\*" + value + "\\*\\*.*"));
    }

    private static String text(JsonObject message) {
        return Chat.text(message);
    }
}
