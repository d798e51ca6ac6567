package dev.warren.economy.earning;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Teller;
import dev.warren.economy.ledger.BatchLedger;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Columns;
import dev.warren.economy.ledger.Draft;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.DenseConsumer;
import dev.warren.runtime.inbox.DenseHandler;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.discord.FactEvent;
import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads the facts of messages and pays the ten minutes in which members wrote. The ledger itself knows which of them were paid: the key
 * of such a transaction follows from the member's wallet and the ten minutes, whatever message came first and however often.
 */
@ApplicationScoped
class ActivityConsumer implements DenseHandler<FactEvent> {
    private static final String UNPAID = """
            SELECT place
            FROM unnest($1::bigint[], $2::bigint[], $3::integer[]) WITH ORDINALITY AS a (guild_id, user_id, tenth, place)
            LEFT JOIN holder AS h ON h.guild_id = a.guild_id AND h.user_id = a.user_id
            WHERE NOT EXISTS (SELECT FROM ledger_transaction AS t WHERE t.event_key = 'activity:' || h.wallet || '/' || a.tenth)
                AND NOT EXISTS (SELECT FROM erased_member AS e
                    WHERE e.user_id = a.user_id AND e.guild_id IN (0, a.guild_id)
                        AND a.tenth <= extract(epoch FROM e.erased_at) / 600)
            ORDER BY place""";

    private final DenseConsumer dense;
    private final SettingsView settings;
    private final BatchLedger ledger;
    private final Teller teller;
    private final InstantSource clock;

    ActivityConsumer(
            DenseConsumer dense, SettingsView settings, BatchLedger ledger, Teller teller, InstantSource clock) {
        this.dense = dense;
        this.settings = settings;
        this.ledger = ledger;
        this.teller = teller;
        this.clock = clock;
    }

    /** One half of the partitions: while one batch is written, the other is read. */
    @Incoming("facts")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return store(batch);
    }

    /** The other half. */
    @Incoming("facts-beside")
    Uni<Void> consumeBeside(ConsumerRecords<String, byte[]> batch) {
        return store(batch);
    }

    private Uni<Void> store(ConsumerRecords<String, byte[]> batch) {
        return dense.consume(batch, Topics.FACTS, this).invoke(teller::wake);
    }

    @Override
    public Uni<Void> store(List<Received<FactEvent>> batch, SqlConnection tx) {
        var pays = new HashMap<Begin, Long>();
        var active = Activity.of(
                batch.stream().map(received -> received.event().payload()).toList(),
                (guild, begin) -> pays.computeIfAbsent(new Begin(guild, begin), one -> pays(one.guild(), one.begin())));
        return active.isEmpty()
                ? Uni.createFrom().voidItem()
                : unpaid(tx, active)
                        .chain(due -> due.isEmpty() ? Uni.createFrom().voidItem() : pay(tx, due));
    }

    /** What is asked of the settings once in a batch. */
    private record Begin(GuildId guild, Instant begin) {}

    private long pays(GuildId guild, Instant begin) {
        return EconomySettings.activity(settings.at(Optional.of(guild), begin));
    }

    /** No lock is taken for what was paid before, as most messages were: they are not the first of their ten minutes. */
    private static Uni<List<Activity>> unpaid(SqlConnection tx, List<Activity> active) {
        return tx.preparedQuery(UNPAID)
                .execute(Tuple.from(new Object[] {
                    Columns.numbers(active, one -> one.guild().value()),
                    Columns.numbers(active, one -> one.member().value()),
                    Columns.of(active, one -> one.tenth().sinceEpoch(), Integer[]::new)
                }))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> active.get(Math.toIntExact(row.getLong(0)) - 1))
                        .toList());
    }

    private Uni<Void> pay(SqlConnection tx, List<Activity> due) {
        var now = clock.instant();
        var byGuild = due.stream().collect(Collectors.groupingBy(Activity::guild));
        var members = due.stream()
                .collect(Collectors.groupingBy(
                        Activity::guild, Collectors.mapping(Activity::member, Collectors.<UserId>toSet())));
        return ledger.open(tx, members)
                .map(books -> books.values().stream()
                        .map(book -> paid(book, byGuild.getOrDefault(book.guild(), List.of()), now))
                        .toList())
                .chain(books -> ledger.seal(tx, books))
                .invoke(teller::keep)
                .replaceWithVoid();
    }

    /** Whoever holds 2^63 - 1 coins earns no more. */
    private static Book paid(Book book, List<Activity> due, Instant now) {
        var mint = book.mint().id();
        return book.postEach(
                        due.stream().map(one -> draft(book, mint, one, now)).toList())
                .book();
    }

    /** The account is a random number, so the key tells nobody of whom it speaks. */
    private static Draft draft(Book book, AccountId mint, Activity activity, Instant now) {
        var wallet = book.wallet(activity.member()).id();
        return Draft.transfer(
                EventId.of("activity:" + wallet + "/" + activity.tenth().sinceEpoch()),
                Cause.ACTIVITY,
                now,
                mint,
                wallet,
                new Coins(activity.amount()));
    }
}
