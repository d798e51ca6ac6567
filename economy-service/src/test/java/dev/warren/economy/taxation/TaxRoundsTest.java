package dev.warren.economy.taxation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.InTransaction;
import dev.warren.economy.ledger.Ledger;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which timers the tax on wealth has, by what is set. Each test has a guild of its own. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class TaxRoundsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicLong GUILDS = new AtomicLong(61_000);
    /** Far enough ahead that no timer is due while the test runs. */
    private static final Instant FRIDAY = Instant.parse("2100-01-01T12:00:00Z");

    private static final Instant MONDAY = Instant.parse("2100-01-04T00:00:00Z");
    private static final Map<String, String> TAXED =
            Map.of("economy.wealth-tax", "10", "economy.wealth-threshold", "1000", "economy.notices", "77");

    private final GuildId guild = new GuildId(GUILDS.incrementAndGet());
    private final AtomicLong version = new AtomicLong();
    private final TaxRounds rounds;
    private final Ledger ledger;
    private final InTransaction transaction;
    private final SettingsView settings;
    private final Pool pool;
    private final String kafka;
    private Broker broker;

    TaxRoundsTest(
            TaxRounds rounds,
            Ledger ledger,
            InTransaction transaction,
            SettingsView settings,
            Pool pool,
            @ConfigProperty(name = "warren.test.kafka") String kafka) {
        this.rounds = rounds;
        this.ledger = ledger;
        this.transaction = transaction;
        this.settings = settings;
        this.pool = pool;
        this.kafka = kafka;
    }

    @BeforeEach
    void beginABook() {
        broker = new Broker(kafka);
        transaction.run(tx -> ledger.open(tx, guild, List.of()));
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void tax_thatIsSet_isToldADayBeforeAndDueOnMonday() {
        set(TAXED);
        // When twice, as rounds come again and again
        round(FRIDAY);
        round(FRIDAY.plusSeconds(600));
        // Then
        assertThat(timers()).isEqualTo(Map.of(name(""), MONDAY, name("/notice"), MONDAY.minus(Duration.ofDays(1))));
        assertThat(record("/notice")).contains("**10 %** of what a member holds above 1,000 coins");
    }

    @Test
    void tax_inAGuildOfAnotherTimeZone_isDueAtItsOwnMidnight() {
        var values = new HashMap<>(TAXED);
        values.put("timezone", "Asia/Tokyo");
        set(values);
        // When
        round(FRIDAY);
        // Then
        assertThat(timers()).containsEntry(name(""), MONDAY.minus(Duration.ofHours(9)));
    }

    @Test
    void tax_thatIsSetNoMore_isTakenBackWithItsNotice() {
        set(TAXED);
        round(FRIDAY);
        // When
        set(Map.of("economy.wealth-tax", "0"));
        round(FRIDAY.plusSeconds(600));
        // Then
        assertThat(timers()).isEmpty();
    }

    @Test
    void notice_whoseTimeIsOver_isNotSetAgain() {
        set(TAXED);
        // When
        round(MONDAY.minus(Duration.ofHours(23)));
        // Then
        assertThat(timers()).containsOnlyKeys(name(""));
    }

    @Test
    void notice_whereNoChannelIsSet_isNotPosted() {
        set(TAXED);
        round(FRIDAY);
        // When
        var changed = new HashMap<>(TAXED);
        changed.put("economy.notices", "");
        set(changed);
        round(FRIDAY.plusSeconds(600));
        // Then
        assertThat(timers()).containsOnlyKeys(name(""));
    }

    @Test
    void tax_thatChangesBeforeItsNotice_isToldAsItIsThen() {
        set(TAXED);
        round(FRIDAY);
        // When
        var changed = new HashMap<>(TAXED);
        changed.put("economy.wealth-tax", "2.50");
        set(changed);
        round(FRIDAY.plusSeconds(600));
        // Then
        assertThat(record("/notice")).contains("**2.5 %**");
    }

    private void round(Instant now) {
        rounds.round(now).await().atMost(PATIENCE);
    }

    private String name(String suffix) {
        return "wealth-tax:" + guild + "@2100-01-04" + suffix;
    }

    private Map<String, Instant> timers() {
        var found = new TreeMap<String, Instant>();
        pool.preparedQuery("SELECT id, due_at FROM timer WHERE guild = $1 AND id LIKE 'wealth-tax:%'")
                .execute(Tuple.of(guild.value()))
                .await()
                .atMost(PATIENCE)
                .forEach(row -> found.put(
                        row.getString("id"), row.getOffsetDateTime("due_at").toInstant()));
        return found;
    }

    private String record(String suffix) {
        return pool.preparedQuery("SELECT record FROM timer WHERE id = $1")
                .execute(Tuple.of(name(suffix)))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getString(0);
    }

    /** From now on, with what was set before; returns when the service knows. */
    private void set(Map<String, String> values) {
        var now = Instant.now();
        var before = new HashMap<String, Optional<String>>();
        values.keySet().forEach(key -> before.put(key, Optional.empty()));
        long number = version.incrementAndGet();
        broker.send(
                Topics.SETTINGS,
                Event.first(
                        EventId.of("settings:" + guild + "/" + number),
                        "/memory",
                        now,
                        guild.toString(),
                        new SettingsChanged(guild, number, now, new UserId(700), before, values)));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> values.entrySet().stream()
                        .allMatch(entry -> settings.at(Optional.of(guild), FRIDAY)
                                .text(entry.getKey())
                                .orElse("")
                                .equals(entry.getValue())));
    }
}
