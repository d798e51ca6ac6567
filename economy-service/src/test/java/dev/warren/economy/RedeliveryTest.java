package dev.warren.economy;

import static dev.warren.economy.Asks.ADA;
import static dev.warren.economy.Asks.GRACE;
import static dev.warren.economy.Asks.amount;
import static dev.warren.economy.Asks.number;
import static dev.warren.economy.Asks.user;
import static dev.warren.schemas.discord.OptionValue.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.verification.Verification;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Whatever is asked may be delivered again. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class RedeliveryTest extends ServiceTest {
    /** Where the effects of commands stand, each with the guild. */
    private static final List<String> TABLES = List.of(
            "book",
            "account",
            "holder",
            "ledger_block",
            "ledger_transaction",
            "ledger_entry",
            "earning",
            "airdrop",
            "item",
            "possession",
            "role_loan",
            "fair_seed",
            "fair_member",
            "game",
            "giveaway");

    private final Map<Event<InteractionEvent>, AnswerEvent> asked = new LinkedHashMap<>();
    private final TreeSet<String> kinds = new TreeSet<>();
    private final Instance<CommandHandler> commands;
    private final Crowd crowd;
    private final Pool pool;

    RedeliveryTest(
            Verification verification,
            @ConfigProperty(name = "warren.test.kafka") String kafka,
            @Any Instance<CommandHandler> commands,
            Crowd crowd,
            Pool pool) {
        super(verification, kafka);
        this.commands = commands;
        this.crowd = crowd;
        this.pool = pool;
    }

    @Test
    void commandOfEachKind_deliveredAgain_isAnsweredTheSameAndChangesNothing() {
        // Given
        crowd.grant(ask.guild(), List.of(ADA, GRACE), 10_000);
        moves();
        governs();
        shops();
        plays();
        givesAway();
        assertThat(kinds)
                .as("a command that is not asked here")
                .containsExactlyElementsOf(commands.stream()
                        .map(CommandHandler::description)
                        .flatMap(one -> one.subcommands().isEmpty()
                                ? Stream.of(one.name())
                                : one.subcommands().stream().map(sub -> one.name() + " " + sub.path()))
                        .collect(Collectors.toCollection(TreeSet::new)));
        var before = state();
        // When, in one batch
        broker.sendAll(asked.keySet().stream()
                .map(one -> broker.encode(Topics.INTERACTIONS, one))
                .toList());
        // Then
        asked.forEach((one, answer) -> assertThat(answers.caused(Topics.ANSWERS, one, 2))
                .as(one.payload().toString())
                .hasSize(2)
                .containsOnly(answer));
        assertThat(state()).isEqualTo(before);
    }

    private void moves() {
        does(ADA, "balance", Map.of());
        does(ADA, "daily", Map.of());
        does(ADA, "work", Map.of());
        does(ADA, "deposit", Map.of("amount", amount("500")));
        does(ADA, "withdraw", Map.of("amount", amount("half")));
        does(ADA, "pay", Map.of("member", user(GRACE), "amount", amount("77")));
        var question = does(ADA, "pay", Map.of("member", user(GRACE), "amount", amount("77")));
        press(ADA, question, 0);
        press(GRACE, question, 0);
        does(ADA, "richest", Map.of());
        does(ADA, "rain", Map.of("amount", amount("10")));
        press(GRACE, does(ADA, "airdrop", Map.of("amount", amount("90"), "members", number(3))), 0);
    }

    private void governs() {
        manages("economy grant", Map.of("member", user(ADA), "amount", amount("250")));
        manages("economy fine", Map.of("member", user(ADA), "amount", amount("50")));
        manages("economy burn", Map.of("amount", amount("half")));
        manages("economy reverse", Map.of("number", number(3)));
        manages("economy freeze", Map.of("member", user(ADA)));
        manages("economy unfreeze", Map.of("member", user(ADA)));
        manages("economy settings", Map.of());
        manages("economy supply", Map.of());
        manages("ledger verify", Map.of());
        manages("ledger show", Map.of("number", number(2)));
    }

    private void shops() {
        manages("shop add", Map.of("name", text("Medal"), "price", amount("10"), "stock", number(9)));
        manages("shop edit", Map.of("item", text("medal"), "price", amount("12")));
        manages("shop list", Map.of());
        does(ADA, "buy", Map.of("item", text("medal"), "quantity", number(4)));
        does(ADA, "gift", Map.of("member", user(GRACE), "item", text("medal"), "quantity", number(1)));
        does(ADA, "sell", Map.of("item", text("medal"), "quantity", number(1)));
        does(ADA, "use", Map.of("item", text("medal")));
        does(ADA, "inventory", Map.of());
        manages("shop remove", Map.of("item", text("medal")));
    }

    private void plays() {
        manages("fair seed", Map.of("seed", text("carrots")));
        does(ADA, "coinflip", Map.of("bet", amount("5"), "side", text("heads")));
        does(ADA, "dice", Map.of("bet", amount("5"), "guess", text("odd")));
        does(ADA, "slots", Map.of("bet", amount("5")));
        var hand = does(ADA, "blackjack", Map.of("bet", amount("1")));
        while (Answers.buttons(hand.body()).isEmpty()) {
            hand = does(ADA, "blackjack", Map.of("bet", amount("1")));
        }
        press(ADA, hand, 1);
        manages("fair show", Map.of());
        manages("fair rotate", Map.of());
        manages("fair verify", Map.of("number", number(2)));
    }

    private void givesAway() {
        var board = manages(
                "giveaway start",
                Map.of(
                        "duration", Asks.duration(Duration.ofHours(1)),
                        "winners", number(1),
                        "coins", amount("20")));
        press(ADA, board, 0);
        press(GRACE, board, 0);
        press(ADA, board, 0);
        press(ADA, board, 0);
        var id = number(Long.parseLong(Answers.buttons(board.body()).getFirst().split(":")[2]));
        manages("giveaway end", Map.of("giveaway", id));
        manages("giveaway reroll", Map.of("giveaway", id));
        manages("giveaway list", Map.of());
        var history = does(ADA, "history", Map.of());
        press(ADA, history, Answers.buttons(history.body()).size() - 1);
    }

    private AnswerMessage does(Member who, String command, Map<String, OptionValue> options) {
        kinds.add(command);
        return (AnswerMessage) answered(ask.slash(who, command, options));
    }

    private AnswerMessage manages(String command, Map<String, OptionValue> options) {
        kinds.add(command);
        var words = command.split(" ");
        return (AnswerMessage) answered(ask.slash(GRACE, words[0], Optional.of(words[1]), options, Instant.now()));
    }

    private void press(Member who, AnswerMessage message, int place) {
        answered(ask.press(who, Answers.buttons(message.body()).get(place)));
    }

    private AnswerEvent answered(Event<InteractionEvent> one) {
        var answer = answers.answers(one, 1).getFirst();
        asked.put(one, answer);
        return answer;
    }

    /** How much stands in each table of the guild, and a checksum of it. */
    private Map<String, String> state() {
        return TABLES.stream()
                .collect(Collectors.toMap(Function.identity(), this::state, (one, _) -> one, TreeMap::new));
    }

    private String state(String table) {
        var row = pool.preparedQuery("""
                        SELECT count(*) AS rows, coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') AS sum
                        FROM %s AS t WHERE guild_id = $1""".formatted(table))
                .execute(Tuple.of(ask.guild().value()))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();
        return row.getLong("rows") + " " + row.getString("sum");
    }
}
