package dev.warren.leveling.coins;

import dev.warren.leveling.experience.Gains;
import dev.warren.leveling.experience.RulesHistory;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.DenseConsumer;
import dev.warren.runtime.inbox.DenseHandler;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.ChanceEvents;
import dev.warren.schemas.economy.EconomyEvent;
import dev.warren.schemas.economy.EconomyEvent.TransactionRecorded;
import dev.warren.schemas.economy.MarketEvents;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Gives XP for coins that a member earned by own work. Coins that a level caused give none, or levels would pay for levels. */
@ApplicationScoped
class CoinsConsumer implements DenseHandler<EconomyEvent> {
    private static final Set<Cause> EARNED = EnumSet.of(Cause.DAILY, Cause.WORK, Cause.ACTIVITY);
    private static final String BY_LEVEL = "/level-reached:";

    private static final String AWARD = """
            INSERT INTO coin_award (guild_id, user_id, transaction, at, coins, rules, xp)
            SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::integer[])
            ON CONFLICT (guild_id, user_id, transaction) DO NOTHING
            RETURNING guild_id, user_id, xp""";

    private final DenseConsumer dense;
    private final RulesHistory rules;
    private final Gains gains;

    CoinsConsumer(DenseConsumer dense, RulesHistory rules, Gains gains) {
        this.dense = dense;
        this.rules = rules;
        this.gains = gains;
    }

    @Incoming("economy-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return dense.consume(batch, Topics.ECONOMY_EVENTS, this);
    }

    /** XP for what one transaction brought one member. */
    private record Award(
            GuildId guild,
            UserId member,
            long transaction,
            Instant at,
            long coins,
            long rules,
            int xp,
            EventId cause) {}

    @Override
    public Uni<Void> store(List<Received<EconomyEvent>> batch, SqlConnection tx) {
        var awards = new ArrayList<Award>();
        for (var received : batch) {
            switch (received.event().payload()) {
                case TransactionRecorded recorded -> awards.addAll(awards(received.event(), recorded));
                // every coin that moves has its transaction
                case ChanceEvents.GamePlayed _,
                        ChanceEvents.GiveawayDrawn _,
                        ChanceEvents.GiveawayEntryChanged _,
                        ChanceEvents.GiveawayStarted _,
                        ChanceEvents.SeedRevealed _,
                        MarketEvents.AirdropClaimed _,
                        MarketEvents.AirdropEnded _,
                        MarketEvents.AirdropStarted _,
                        MarketEvents.DeadlineReached _,
                        MarketEvents.ItemChanged _,
                        MarketEvents.ItemMoved _,
                        EconomyEvent.Unknown _ -> {}
            }
        }
        return awards.isEmpty() ? Uni.createFrom().voidItem() : store(tx, awards);
    }

    private List<Award> awards(Event<EconomyEvent> event, TransactionRecorded recorded) {
        var held = rules.at(recorded.guild(), recorded.at());
        if (!held.on() || held.coins() == 0 || !EARNED.contains(recorded.cause()) || isByLevel(event, recorded)) {
            return List.of();
        }
        var awards = new ArrayList<Award>();
        earned(recorded).forEach((member, coins) -> {
            int xp = (int) Math.min(coins / held.coins(), Gains.CAP);
            if (xp > 0) {
                awards.add(new Award(
                        recorded.guild(),
                        member,
                        recorded.number(),
                        recorded.at(),
                        coins,
                        held.version(),
                        xp,
                        event.id()));
            }
        });
        return awards;
    }

    private static boolean isByLevel(Event<EconomyEvent> event, TransactionRecorded recorded) {
        return recorded.key().value().contains(BY_LEVEL)
                || event.correlationId().value().contains(BY_LEVEL)
                || event.causationId()
                        .filter(id -> id.value().contains(BY_LEVEL))
                        .isPresent();
    }

    private static Map<UserId, Long> earned(TransactionRecorded recorded) {
        var earned = new HashMap<UserId, Long>();
        for (var entry : recorded.entries()) {
            if (entry.kind() == AccountKind.WALLET && entry.amount() > 0) {
                entry.member().ifPresent(member -> earned.merge(member, entry.amount(), Long::sum));
            }
        }
        return earned;
    }

    private Uni<Void> store(SqlConnection tx, List<Award> awards) {
        return tx.preparedQuery(AWARD)
                .execute(Tuple.from(new Object[] {
                    column(awards, award -> award.guild().value(), Long[]::new),
                    column(awards, award -> award.member().value(), Long[]::new),
                    column(awards, Award::transaction, Long[]::new),
                    column(awards, award -> award.at().toEpochMilli(), Long[]::new),
                    column(awards, Award::coins, Long[]::new),
                    column(awards, Award::rules, Long[]::new),
                    column(awards, Award::xp, Integer[]::new)
                }))
                .chain(rows -> gain(tx, rows, awards));
    }

    /** Guild by guild in their order, as all who lock members do. */
    private Uni<Void> gain(SqlConnection tx, Iterable<Row> rows, List<Award> awards) {
        var gained = new TreeMap<Long, Map<UserId, Long>>();
        for (var row : rows) {
            gained.computeIfAbsent(row.getLong("guild_id"), _ -> new HashMap<>())
                    .merge(new UserId(row.getLong("user_id")), (long) row.getInteger("xp"), Long::sum);
        }
        var last = awards.getLast();
        return Multi.createFrom()
                .iterable(gained.entrySet())
                .onItem()
                .transformToUniAndConcatenate((Map.Entry<Long, Map<UserId, Long>> one) ->
                        gains.add(tx, new GuildId(one.getKey()), one.getValue(), last.cause(), last.at()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static <C> C[] column(List<Award> rows, Function<Award, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
