package dev.warren.benchmarks.memory;

import dev.warren.benchmarks.figures.Figure;
import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import dev.warren.benchmarks.figures.Lab;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.memory.MemoryEvent.MemberErased;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns from their topic into the archive; a member erased from among them; a month dropped. */
final class Archive {
    private static final int TURNS = 1_000_000;
    private static final int QUICK_TURNS = 50_000;
    private static final int MEMBERS = 1_000;
    private static final Duration OVER = Duration.ofDays(80);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String STORED = "warren_archive_total{what=\"stored\"";
    private static final int PER_STATEMENT = 500;
    private static final double LEAST_WRITTEN = 2_000;
    private static final double MOST_ERASING = 2;
    private static final double MOST_DROPPING = 1;

    private final Lab lab;

    Archive(Lab lab) {
        this.lab = lab;
    }

    void measure() throws Exception {
        var load = new TurnLoad(
                lab.quick() ? QUICK_TURNS : TURNS, MEMBERS, Instant.now().minus(OVER), OVER);
        try (var servers = new MemoryServers(Set.of(Topics.CONVERSATION_EVENTS))) {
            var codec = new EventCodec();
            servers.publish(load.records(codec));
            lab.note("%d turns of %d members wait in conversation.events".formatted(load.count(), MEMBERS));
            try (var service = new MemoryProcess(lab.root(), servers)) {
                double perSecond = written(service, load.count());
                try (var data = servers.data();
                        var keys = servers.keys()) {
                    lab.add(new Figure(
                            "memory.archive-write",
                            perSecond,
                            "turns/s",
                            new Control(
                                    "the same rows, sealed already, %d a statement".formatted(PER_STATEMENT),
                                    bare(data, load.count())),
                            Goal.atLeast(LEAST_WRITTEN)));
                    lab.add(erased(servers, service, codec, data, keys, load));
                }
            }
            // what its sweep does, by itself
            try (var data = servers.data()) {
                lab.add(dropped(data, load));
            }
        }
    }

    /** How many turns a second, from the first that is stored to the last. */
    private double written(MemoryProcess service, int count) throws InterruptedException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        double begun = service.metric(STORED);
        while (begun == 0) {
            service.pause(giveUpAt);
            begun = service.metric(STORED);
        }
        long start = System.nanoTime();
        while (service.metric(STORED) < count) {
            service.pause(giveUpAt);
        }
        return (count - begun) / seconds(start);
    }

    /** The rows once more, as they stand, into a table of the same form. */
    private static double bare(Connection data, int count) throws SQLException {
        int rows = Math.min(count, QUICK_TURNS);
        try (var statement = data.createStatement()) {
            statement.execute("CREATE TABLE bare (LIKE conversation_record, PRIMARY KEY (at, event_id))");
            statement.execute("CREATE INDEX ON bare (member, at)");
            statement.execute("CREATE TEMPORARY TABLE ready AS SELECT row_number() OVER () AS place, r.* "
                    + "FROM conversation_record AS r LIMIT " + rows);
            statement.execute("CREATE INDEX ON ready (place)");
            long start = System.nanoTime();
            for (int from = 0; from < rows; from += PER_STATEMENT) {
                statement.execute("INSERT INTO bare SELECT at, event_id, member, kind, sealed FROM ready WHERE place > "
                        + from + " AND place <= " + (from + PER_STATEMENT));
            }
            double perSecond = rows / seconds(start);
            statement.execute("DROP TABLE bare");
            return perSecond;
        }
    }

    private Figure erased(
            MemoryServers servers,
            MemoryProcess service,
            EventCodec codec,
            Connection data,
            Connection keys,
            TurnLoad load)
            throws SQLException, InterruptedException {
        service.awaitReady();
        var user = load.member(0);
        long rows = number(data, "SELECT count(*) FROM conversation_record WHERE member = " + user);
        lab.note("%d rows of one member".formatted(rows));
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        long start = System.nanoTime();
        servers.publish(Stream.of(codec.encode(
                new Outgoing<>(
                        Topics.MEMORY_EVENTS,
                        Event.first(
                                EventId.of("bench:erase"),
                                "/memory",
                                Instant.now(),
                                Keys.member(Optional.empty(), user),
                                new MemberErased(Optional.empty(), user, Instant.now()))),
                Optional.empty())));
        while (left(data, keys, user) > 0) {
            service.pause(giveUpAt);
        }
        double took = seconds(start);
        return new Figure(
                "memory.archive-erase",
                took,
                "s",
                new Control("as many rows deleted by hand", deleted(data, load.member(1))),
                Goal.atMost(MOST_ERASING));
    }

    private static long left(Connection data, Connection keys, UserId user) throws SQLException {
        return number(keys, "SELECT count(*) FROM data_key WHERE member = " + user)
                + number(data, "SELECT count(*) FROM conversation_record WHERE member = " + user);
    }

    private static double deleted(Connection data, UserId user) throws SQLException {
        try (var statement = data.createStatement()) {
            long start = System.nanoTime();
            statement.execute("DELETE FROM conversation_record WHERE member = " + user);
            return seconds(start);
        }
    }

    private Figure dropped(Connection data, TurnLoad load) throws SQLException {
        var month =
                LocalDate.ofInstant(load.from(), ZoneOffset.UTC).plusMonths(1).withDayOfMonth(1);
        var end = month.plusMonths(1);
        lab.note("%d rows up to the end of the month"
                .formatted(number(data, "SELECT count(*) FROM conversation_record WHERE at < '" + end + " 00:00+00'")));
        long start = System.nanoTime();
        long months = number(data, "SELECT drop_conversation_months('" + end + " 00:00+00')");
        double took = seconds(start) / months;
        lab.note("%d months dropped".formatted(months));
        return new Figure(
                "memory.archive-drop-month",
                took,
                "s",
                new Control("an empty table made and dropped", empty(data)),
                Goal.atMost(MOST_DROPPING));
    }

    private static double empty(Connection data) throws SQLException {
        try (var statement = data.createStatement()) {
            long start = System.nanoTime();
            statement.execute("CREATE TABLE empty (LIKE conversation_record INCLUDING ALL)");
            statement.execute("DROP TABLE empty");
            return seconds(start);
        }
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
