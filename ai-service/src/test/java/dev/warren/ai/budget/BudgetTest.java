package dev.warren.ai.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.ai.ProviderPorts;
import dev.warren.ai.asking.Asker;
import dev.warren.ai.budget.Budgets.Scope;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reservations in a real PostgreSQL. Each test has a guild of its own. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
@WithTestResource(ProviderPorts.class)
class BudgetTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Spending PLENTY = new Spending(Long.MAX_VALUE / 4, Long.MAX_VALUE / 4);
    private static final AtomicLong GUILDS = new AtomicLong(System.currentTimeMillis() << 20);

    private final Budgets budgets;
    private final Pool pool;
    private final Readiness readiness;
    private final GuildId guild = new GuildId(GUILDS.incrementAndGet());

    BudgetTest(Budgets budgets, Pool pool, Readiness readiness) {
        this.budgets = budgets;
        this.pool = pool;
        this.readiness = readiness;
    }

    @BeforeEach
    void ready() {
        readiness.whenReady().await().atMost(PATIENCE);
    }

    @Test
    void thousandCallsAtOnce_atANearlyUsedUpBudget_neverSpendMoreThanItHas() {
        // Given: room for 37 of them
        var limits = new Limits(PLENTY, new Spending(3_799, 1_000_000), PLENTY);
        var granted = new AtomicInteger();
        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 1_000)
                    .forEach(i -> threads.submit(() -> {
                        var id = guild + "/" + i;
                        var over = reserve(id, asker(i % 20), limits, new Spending(100, 10));
                        if (over.isEmpty()) {
                            granted.incrementAndGet();
                            budgets.settle(id, new Spending(100, 7)).await().atMost(PATIENCE);
                        }
                    }));
        }
        // Then
        assertThat(granted.get()).isEqualTo(37);
        assertThat(row("guild", 0)).containsExactly(3_700L, 259L, 0L, 0L);
        assertThat(IntStream.range(0, 20)
                        .mapToLong(i -> row("member", i + 1).getFirst())
                        .sum())
                .isEqualTo(3_700);
    }

    @Test
    void reservation_thatFailsForOne_isMadeForNobody() {
        // Given
        var limits = new Limits(PLENTY, new Spending(50, 50), PLENTY);
        // When
        var over = reserve(guild + "/a", asker(1), limits, new Spending(60, 0));
        // Then
        assertThat(over).contains(Scope.GUILD);
        assertThat(row("member", 2)).containsExactly(0L, 0L, 0L, 0L);
        assertThat(reserve(guild + "/a", asker(1), limits, new Spending(50, 0))).isEmpty();
    }

    @Test
    void money_isLimitedLikeTokens() {
        var limits = new Limits(new Spending(1_000, 100), PLENTY, PLENTY);
        assertThat(reserve(guild + "/a", asker(1), limits, new Spending(1, 80))).isEmpty();
        assertThat(reserve(guild + "/b", asker(1), limits, new Spending(1, 21))).contains(Scope.MEMBER);
        budgets.settle(guild + "/a", new Spending(1, 10)).await().atMost(PATIENCE);
        assertThat(reserve(guild + "/b", asker(1), limits, new Spending(1, 21))).isEmpty();
    }

    @Test
    void reservation_ofTheSameName_isMadeAndSettledOnce() {
        // Given
        var limits = new Limits(PLENTY, PLENTY, PLENTY);
        // When
        reserve(guild + "/a", asker(1), limits, new Spending(100, 10));
        reserve(guild + "/a", asker(1), limits, new Spending(100, 10));
        // Then
        assertThat(row("guild", 0)).containsExactly(0L, 0L, 100L, 10L);
        budgets.settle(guild + "/a", new Spending(40, 4)).await().atMost(PATIENCE);
        budgets.settle(guild + "/a", new Spending(40, 4)).await().atMost(PATIENCE);
        assertThat(row("guild", 0)).containsExactly(40L, 4L, 0L, 0L);
    }

    private Optional<Scope> reserve(String id, Asker asker, Limits limits, Spending most) {
        return budgets.reserve(id, asker, limits, most).await().atMost(PATIENCE);
    }

    private Asker asker(int number) {
        return new Asker(
                Optional.of(guild),
                new ChannelId(1),
                new UserId(number + 1L),
                "Ada",
                Permissions.NONE,
                List.of(),
                Optional.empty());
    }

    /** Tokens, money, reserved tokens, reserved money. */
    private List<Long> row(String scope, long user) {
        var rows = pool.preparedQuery(
                        "SELECT tokens, money, reserved_tokens, reserved_money FROM spending WHERE guild_id = $1 AND"
                                + " scope = $2 AND user_id = $3")
                .execute(Tuple.of(guild.value(), scope, user))
                .await()
                .atMost(PATIENCE)
                .iterator();
        if (!rows.hasNext()) {
            return List.of(0L, 0L, 0L, 0L);
        }
        var row = rows.next();
        return List.of(row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3));
    }
}
