package dev.warren.benchmarks.economy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.warren.benchmarks.figures.Figure;
import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import dev.warren.benchmarks.figures.Lab;
import dev.warren.benchmarks.load.Pace;
import dev.warren.benchmarks.processes.Usage;
import dev.warren.benchmarks.stack.WarrenStack;
import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Facts into the ledger through the service as it is deployed: every fact is a transfer, some come twice, and a transfer counts when it
 * is committed with its entries, its hash and its block. PostgreSQL keeps its promise of durability (fsync on).
 */
final class Transfers {
    private static final String ECONOMY = "economy-service";
    private static final int COUNT = 150_000;
    private static final int QUICK_COUNT = 20_000;
    private static final int GUILDS = 50;
    private static final int MEMBERS = 1_000;
    /** One of so many facts is sent a second time. */
    private static final int TWICE = 20;

    private static final long COINS = 100;
    private static final double LEAST = 10_000;
    private static final double OF_BARE = 0.3;
    private static final double OF_SPREAD = 0.7;
    private static final double NANOS_PER_SECOND = 1_000_000_000.0;
    private static final Duration ASK_EVERY = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Map<String, Object> PRODUCER =
            Map.of("linger.ms", 5, "compression.type", "lz4", "batch.size", 128 * 1024);

    private final WarrenStack stack;
    private final Lab lab;
    private final int count;
    private final Pace pace = Pace.system();
    private final EventCodec codec = new EventCodec();

    Transfers(WarrenStack stack, Lab lab) {
        this.stack = stack;
        this.lab = lab;
        this.count = lab.quick() ? QUICK_COUNT : COUNT;
    }

    void measure() throws Exception {
        var writings = new Writings(GUILDS, MEMBERS);
        var begin = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(2_000));
        try (var kafka = new RawKafka(stack.kafka());
                var economy = stack.database("economy");
                var bare = stack.database("postgres")) {
            transfer("warm-up", kafka, economy, writings.spread(count, begin));
            var control = new BareTransfers(bare, GUILDS * MEMBERS);
            control.run(count / 4);
            double least = control.run(count);
            lab.note("    bare: %.0f transfers/s".formatted(least));
            var spread = transfer("spread", kafka, economy, writings.spread(count, begin.plus(Duration.ofDays(60))));
            var one = transfer(
                    "one account", kafka, economy, writings.onOneAccount(count, begin.plus(Duration.ofDays(90))));
            lab.add(new Figure(
                    "transfers",
                    spread,
                    "transfers/s",
                    new Control("bare transfers in batches of 500 by a plain client", least),
                    Goal.atLeast(Math.max(LEAST, OF_BARE * least))));
            lab.add(new Figure(
                    "transfers-on-one-account",
                    one,
                    "transfers/s",
                    new Control("spread over all accounts", spread),
                    Goal.atLeast(OF_SPREAD * spread)));
            reckon(economy, 3L * count);
        }
    }

    /** Sends them as fast as the broker takes them; gives how many a second were committed, from the first record sent on. */
    private double transfer(String what, RawKafka kafka, Connection economy, List<Event<MessageFact>> facts)
            throws SQLException, InterruptedException {
        var records = IntStream.range(0, facts.size())
                .boxed()
                .<ProducerRecord<String, byte[]>>mapMulti((i, all) -> {
                    var record = now(codec.encode(new Outgoing<>(Topics.FACTS, facts.get(i)), Optional.empty()));
                    all.accept(record);
                    if (i % TWICE == 0) {
                        all.accept(record);
                    }
                })
                .toList();
        long before = recorded(economy);
        var families = stack.families(WarrenStack::isDeployed);
        var usedBefore = families.processorTime();
        var start = pace.nanos();
        try (var producer = kafka.producer(PRODUCER)) {
            records.forEach(producer::send);
        }
        await(economy, before + facts.size(), start);
        var perSecond = facts.size() * NANOS_PER_SECOND / (pace.nanos() - start);
        var used = families.processorTime().since(usedBefore);
        awaitTold(economy);
        lab.note("    %s: %.0f transfers/s; told of after %.1f s"
                .formatted(what, perSecond, (pace.nanos() - start) / NANOS_PER_SECOND));
        show(facts.size(), used);
        return perSecond;
    }

    /** What was written years ago is older than the topic keeps it: the broker would delete it before it is read. */
    private static ProducerRecord<String, byte[]> now(ProducerRecord<String, byte[]> record) {
        return new ProducerRecord<>(
                record.topic(),
                record.partition(),
                System.currentTimeMillis(),
                record.key(),
                record.value(),
                record.headers());
    }

    private void show(int pieces, Usage used) {
        used.perPiece(pieces).forEach(lab::note);
    }

    private void await(Connection economy, long expected, long start) throws SQLException, InterruptedException {
        for (long there = recorded(economy); there < expected; there = recorded(economy)) {
            if (pace.nanos() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "%d of %d transactions after %d s".formatted(there, expected, PATIENCE.toSeconds()));
            }
            pace.awaitUntil(pace.nanos() + ASK_EVERY.toNanos());
        }
    }

    private void awaitTold(Connection economy) throws SQLException, InterruptedException {
        var giveUpAt = pace.nanos() + PATIENCE.toNanos();
        while (number(economy, "SELECT count(*) FROM untold_block") > 0 && pace.nanos() < giveUpAt) {
            pace.awaitUntil(pace.nanos() + ASK_EVERY.toNanos());
        }
    }

    private static long recorded(Connection economy) throws SQLException {
        return number(economy, "SELECT coalesce(sum(transactions), 0) FROM book");
    }

    private static long number(Connection economy, String sql) throws SQLException {
        try (var statement = economy.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What was moved is there, nothing else, and the ledgers prove it. */
    private void reckon(Connection economy, long transactions) throws SQLException, IOException {
        double moved = (double) transactions * COINS;
        long held = number(economy, "SELECT coalesce(sum(balance), 0) FROM account WHERE kind <> 'MINT'");
        long all = number(economy, "SELECT coalesce(sum(balance), 0) FROM account");
        lab.add(new Figure(
                "drift",
                Math.abs(held - transactions * COINS) + Math.abs(all),
                "coins",
                new Control("coins that were moved", moved),
                Goal.atMost(0)));
        lab.add(new Figure(
                "negative",
                number(economy, "SELECT count(*) FROM account WHERE balance < 0 AND kind <> 'MINT'"),
                "accounts",
                new Control("accounts", number(economy, "SELECT count(*) FROM account")),
                Goal.atMost(0)));
        var reports = new JsonMapper()
                .readTree(URI.create("http://127.0.0.1:" + stack.running().port(ECONOMY) + "/ledger/reports")
                        .toURL());
        if (reports.size() != GUILDS) {
            lab.problem("there must be " + GUILDS + " ledgers: " + reports.size());
        }
        for (var report : reports) {
            if (!report.path("proved").asBoolean()) {
                lab.problem("a ledger does not prove: " + report.path("faults"));
            }
        }
    }
}
