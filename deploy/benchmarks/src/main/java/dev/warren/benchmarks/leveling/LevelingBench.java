package dev.warren.benchmarks.leveling;

import dev.warren.benchmarks.figures.Bench;
import dev.warren.benchmarks.figures.Figure;
import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import dev.warren.benchmarks.figures.Lab;
import dev.warren.runtime.events.EventCodec;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Facts from their topic into PostgreSQL, against the bare upsert of the same facts; in order, and, as the part {@code order}, shuffled and
 * once more.
 */
public final class LevelingBench implements Bench {
    /** {@code bench.leveling.facts} is another number. */
    private static final int FACTS = Integer.getInteger("bench.leveling.facts", 1_000_000);

    private static final int QUICK_FACTS = 50_000;
    private static final int MEMBERS = 20_000;
    private static final int PER_MINUTE = 10_000;
    private static final int PER_STATEMENT = 500;
    /** The upsert of one row takes that much longer: a part of the facts tells as much. */
    private static final int ONE_BY_ONE = 50_000;

    private static final int QUICK_ONE_BY_ONE = 2_000;

    private static final double OF_BARE = 0.5;
    private static final double TIMES_ONE_BY_ONE = 5;
    private static final double MOST_RESIDENT = 300;

    @Override
    public String name() {
        return "leveling";
    }

    @Override
    public String description() {
        return "Facts from the topic into PostgreSQL against the bare upsert, the same rows from any order, and memory.";
    }

    @Override
    public List<String> parts() {
        return List.of("drain", "order");
    }

    @Override
    public void run(Lab lab) throws Exception {
        var load = new FactLoad(
                lab.quick() ? QUICK_FACTS : FACTS,
                MEMBERS,
                PER_MINUTE,
                Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MINUTES));
        try (var servers = new Servers()) {
            var bare = bare(lab, servers, load, PER_STATEMENT, load.count());
            var single = bare(lab, servers, load, 1, lab.quick() ? QUICK_ONE_BY_ONE : ONE_BY_ONE);
            lab.note("%d facts in order".formatted(load.count()));
            Drain first;
            try (var kafka = servers.kafka("kafka", load.records(new EventCodec()))) {
                try (var database = servers.database("leveling")) {
                    first = Drain.run(lab.root(), servers.environment(kafka, "leveling"), database, load.count());
                }
                figures(lab, first, bare, single);
            }
            if (!lab.wanted("order")) {
                return;
            }
            try (var kafka = servers.kafka("again", load.records(new EventCodec()));
                    var database = servers.database("replayed")) {
                lab.note("the same into an empty schema");
                var replayed = Drain.run(lab.root(), servers.environment(kafka, "replayed"), database, load.count());
                lab.add(same("leveling.replay-differs", first.rows(), replayed.rows()));
            }
            try (var kafka = servers.kafka("shuffled", load.shuffled(new EventCodec()));
                    var database = servers.database("shuffled")) {
                lab.note("the same shuffled, one in twenty twice");
                var shuffled =
                        Drain.run(lab.root(), servers.environment(kafka, "shuffled"), database, load.shuffledCount());
                lab.add(same("leveling.shuffled-differs", first.rows(), shuffled.rows()));
            }
        }
    }

    private static double bare(Lab lab, Servers servers, FactLoad load, int perStatement, int count)
            throws SQLException {
        try (var database = servers.database("bare")) {
            var took = BareUpsert.run(database, load.facts().limit(count).iterator(), perStatement);
            double rate = count / (took.toNanos() / 1e9);
            lab.note("bare upsert of %d a statement: %.0f facts/s".formatted(perStatement, rate));
            return rate;
        }
    }

    private static void figures(Lab lab, Drain drain, double bare, double single) {
        lab.add(new Figure(
                "leveling.drain",
                drain.perSecond(),
                "facts/s",
                new Control("bare upsert, %d a statement, one connection".formatted(PER_STATEMENT), bare),
                Goal.atLeast(bare * OF_BARE)));
        lab.add(new Figure(
                "leveling.drain-against-single",
                drain.perSecond(),
                "facts/s",
                new Control("bare upsert of one row after the other", single),
                Goal.atLeast(single * TIMES_ONE_BY_ONE)));
        lab.add(new Figure(
                "leveling.resident",
                drain.resident(),
                "MiB",
                new Control("the same process before its first fact", drain.residentAtRest()),
                Goal.atMost(MOST_RESIDENT)));
    }

    /** 0 where the rows are the same, else 1. */
    private static Figure same(String name, Checksum first, Checksum other) {
        return new Figure(
                name,
                first.equals(other) ? 0 : 1,
                "checksums",
                new Control("rows that were compared, " + other, first.awards() + first.members()),
                Goal.atMost(0));
    }
}
