package dev.warren.economy;

import static dev.warren.economy.Asks.ADA;
import static dev.warren.economy.Asks.amount;
import static dev.warren.economy.Asks.number;
import static dev.warren.schemas.discord.OptionValue.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.verification.Verification;
import dev.warren.runtime.commands.Answer;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.ActionEvent.RemoveRole;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.leveling.LevelingEvent.LevelReached;
import dev.warren.schemas.memory.MemoryEvent.MemberErased;
import dev.warren.schemas.memory.MemoryEvent.ProfileChanged;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A member who did everything is erased. The database itself is asked where they stand, so a new table is not forgotten. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class ErasureTest extends ServiceTest {
    private static final Member LEAVER = Asks.someone(7_654_321_987L);
    private static final RoleId OWSLA = new RoleId(990);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Columns of 64 bits that hold something else than members. Whoever adds one says here which it is. */
    private static final Set<String> OF_NOBODY = Set.of(
            "account_id",
            "age_seconds",
            "airdrop_id",
            "amount",
            "balance",
            "bank",
            "blocks",
            "bought",
            "changes",
            "channel_id",
            "coins",
            "first",
            "games",
            "giveaway_id",
            "gives",
            "guild",
            "guild_id",
            "id",
            "item_id",
            "last",
            "lasts_seconds",
            "next_offset",
            "nonce",
            "number",
            "paid",
            "per_member",
            "price",
            "quantity",
            "requires",
            "reverses",
            "role_id",
            "seed_id",
            "stake",
            "stock",
            "transactions",
            "wallet");

    /** Kept by the runtime for a while, as it says. */
    private static final Set<String> OF_THE_RUNTIME = Set.of("inbox", "timer", "flyway_schema_history");

    private final Crowd crowd;
    private final Pool pool;

    ErasureTest(
            Verification verification,
            Crowd crowd,
            Pool pool,
            @ConfigProperty(name = "warren.test.kafka") String kafka) {
        super(verification, kafka);
        this.crowd = crowd;
        this.pool = pool;
    }

    @Test
    void member_whoIsErased_standsNowhereAnyMore() {
        // Given
        crowd.grant(ask.guild(), List.of(LEAVER, ADA), 10_000);
        does(LEAVER, "daily", Map.of());
        does(LEAVER, "deposit", Map.of("amount", amount("50")));
        tradesAndPlays();
        var dropped = drops(LEAVER);
        var claimed = drops(ADA);
        crowd.ask(ask.press(LEAVER, claimed));
        var hosted = gives(LEAVER, Map.of("coins", amount("100")));
        var won = gives(ADA, Map.of("prize", text("a hat")));
        crowd.ask(ask.press(LEAVER, won));
        crowd.ask(ask.slash(ADA, "giveaway", Optional.of("end"), Map.of("giveaway", number(id(won))), Instant.now()));
        crowd.ask(ask.press(LEAVER, gives(ADA, Map.of("prize", text("a scarf")))));
        told();
        var naming = new TreeSet<>(columns("bigint"));
        naming.removeIf(column -> OF_NOBODY.contains(column.substring(column.indexOf('.') + 1)));
        assertThat(naming.remove("erased_member.user_id")).isTrue();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(naming("bigint")).containsAll(naming));
        // When
        erase(Optional.empty());
        // Then
        assertThat(naming("bigint")).containsExactly("erased_member.user_id");
        assertThat(naming("text")).isEmpty();
        broker.await(
                Topics.ACTIONS,
                received -> received.event().payload() instanceof RemoveRole taken
                        && taken.user().equals(LEAVER.id())
                        && taken.role().equals(OWSLA));
        // what they started goes on without them, and what is left is the treasury's
        long before = coins("TREASURY");
        assertThat(does(ADA, "giveaway", Map.of())).contains("**100 coins** · 1 winner");
        crowd.due(ask.guild(), Deadline.AIRDROP, id(dropped));
        crowd.due(ask.guild(), Deadline.GIVEAWAY, id(hosted));
        assertThat(coins("TREASURY") - before).isEqualTo(90 + 100);
        crowd.due(ask.guild(), Deadline.AIRDROP, id(claimed));
        assertThat(coins("ESCROW")).isZero();
        assertThat(naming("text")).isEmpty();
    }

    @Test
    void member_withoutCoinsHere_leavesTheirEntryHereAlone() {
        // Given
        var elsewhere = Asks.somewhere();
        for (var there : List.of(ask, elsewhere)) {
            broker.send(Topics.LEVELING_EVENTS, reached(there.guild(), Instant.now()));
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> levels(ask.guild()) + levels(elsewhere.guild()), count -> count == 2);
        // When
        erase(Optional.of(ask.guild()));
        // Then also what is told late, from before, leaves nothing here
        assertThat(levels(ask.guild())).isZero();
        assertThat(levels(elsewhere.guild())).isOne();
        broker.send(Topics.LEVELING_EVENTS, reached(ask.guild(), Instant.now().minusSeconds(600)));
        broker.send(Topics.LEVELING_EVENTS, reached(ask.guild(), Instant.now()));
        Awaitility.await().atMost(PATIENCE).until(() -> level(ask.guild()), level -> level.equals(Optional.of(3)));
    }

    private void tradesAndPlays() {
        crowd.ask(ask.slash(
                ADA,
                "shop",
                Optional.of("add"),
                Map.of(
                        "name", text("Medal"),
                        "price", amount("10"),
                        "role", Asks.role(OWSLA),
                        "lasts", Asks.duration(HOUR)),
                Instant.now()));
        does(LEAVER, "buy", Map.of("item", text("medal"), "quantity", number(2)));
        does(LEAVER, "use", Map.of("item", text("medal")));
        crowd.ask(ask.slash(LEAVER, "fair", Optional.of("seed"), Map.of("seed", text("carrots")), Instant.now()));
        does(LEAVER, "coinflip", Map.of("bet", amount("10"), "side", text("heads")));
    }

    private String does(Member who, String command, Map<String, OptionValue> options) {
        return Answers.text(body(ask.slash(who, command, options)));
    }

    private String drops(Member giver) {
        return button(body(ask.slash(
                giver,
                "airdrop",
                Map.of("amount", amount("90"), "members", number(3), "duration", Asks.duration(HOUR)))));
    }

    private String gives(Member host, Map<String, OptionValue> prize) {
        var options = new HashMap<>(prize);
        options.put("duration", Asks.duration(HOUR));
        options.put("winners", number(1));
        return button(body(ask.slash(host, "giveaway", Optional.of("start"), options, Instant.now())));
    }

    private MessageBody body(Event<InteractionEvent> asked) {
        return ((Answer.Message) crowd.ask(asked).answers().getFirst()).body();
    }

    private static String button(MessageBody board) {
        return Answers.buttons(board).getFirst();
    }

    private static long id(String button) {
        return Long.parseLong(button.split(":")[2]);
    }

    private void told() {
        var now = Instant.now();
        broker.send(Topics.LEVELING_EVENTS, reached(ask.guild(), now));
        broker.send(
                Topics.MEMORY_EVENTS,
                Event.first(
                        EventId.of("profile:" + ask.guild()),
                        "/memory",
                        now,
                        Keys.member(Optional.of(ask.guild()), LEAVER.id()),
                        new ProfileChanged(
                                Optional.of(ask.guild()),
                                LEAVER.id(),
                                List.of("timezone"),
                                false,
                                Optional.of("Asia/Tokyo"))));
    }

    private static Event<LevelReached> reached(GuildId guild, Instant at) {
        return Event.first(
                EventId.of("test:" + guild + "/level-reached@" + at),
                "/leveling",
                at,
                Keys.member(Optional.of(guild), LEAVER.id()),
                new LevelReached(guild, LEAVER.id(), 3, 2, 500, at));
    }

    /** Returns when it is done. */
    private void erase(Optional<GuildId> guild) {
        var now = Instant.now();
        broker.send(
                Topics.MEMORY_EVENTS,
                Event.first(
                        EventId.of("erasure:" + guild.orElse(ask.guild()) + "@" + now),
                        "/memory",
                        now,
                        Keys.member(guild, LEAVER.id()),
                        new MemberErased(guild, LEAVER.id(), now)));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> rows("SELECT count(*) FROM erased_member WHERE user_id = %s AND guild_id = %s"
                                        .formatted(
                                                LEAVER.id(),
                                                guild.map(GuildId::value).orElse(0L)))
                                .iterator()
                                .next()
                                .getLong(0),
                        count -> count > 0);
    }

    /** Where the member stands, by their number; in texts as a word of its own. */
    private Set<String> naming(String type) {
        var found = new TreeSet<String>();
        for (var column : columns(type)) {
            var names = column.split("\\.");
            var is = type.equals("text") ? "~ '\\m" + LEAVER.id() + "\\M'" : "= " + LEAVER.id();
            if (rows("SELECT 1 FROM %s WHERE %s %s LIMIT 1".formatted(names[0], names[1], is))
                            .size()
                    > 0) {
                found.add(column);
            }
        }
        return found;
    }

    private Set<String> columns(String type) {
        var all = new TreeSet<String>();
        rows("""
                SELECT table_name, column_name FROM information_schema.columns
                WHERE table_schema = 'public' AND data_type = '%s'""".formatted(type)).forEach(row -> {
            if (!OF_THE_RUNTIME.contains(row.getString(0))) {
                all.add(row.getString(0) + "." + row.getString(1));
            }
        });
        return all;
    }

    private long coins(String kind) {
        return rows("SELECT CAST(coalesce(sum(balance), 0) AS bigint) FROM account WHERE guild_id = %s AND kind = '%s'"
                        .formatted(ask.guild(), kind))
                .iterator()
                .next()
                .getLong(0);
    }

    private Optional<Integer> level(GuildId guild) {
        var found = rows("SELECT level FROM member_level WHERE guild_id = %s AND user_id = %s"
                        .formatted(guild, LEAVER.id()))
                .iterator();
        return found.hasNext() ? Optional.of(found.next().getInteger(0)) : Optional.empty();
    }

    private long levels(GuildId guild) {
        return level(guild).isPresent() ? 1 : 0;
    }

    private RowSet<Row> rows(String sql) {
        return pool.query(sql).execute().await().atMost(PATIENCE);
    }
}
