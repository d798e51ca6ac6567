package dev.warren.benchmarks.leveling;

import dev.warren.schemas.discord.FactEvent.MessageFact;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.TreeMap;

/**
 * The control: what PostgreSQL takes when nothing else is done. The same facts, ready in memory, deduplicated by member and minute in one
 * table: so many in a statement, one connection, each statement its own transaction.
 */
final class BareUpsert {
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS bare_award (
                guild_id bigint NOT NULL, user_id bigint NOT NULL, minute integer NOT NULL,
                winner bigint NOT NULL, xp integer NOT NULL,
                PRIMARY KEY (guild_id, user_id, minute))""";
    private static final String UPSERT = """
            INSERT INTO bare_award AS held (guild_id, user_id, minute, winner, xp)
            SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::integer[], ?::bigint[], ?::integer[])
            ON CONFLICT (guild_id, user_id, minute) DO UPDATE
            SET winner = excluded.winner, xp = excluded.xp WHERE excluded.winner < held.winner""";
    private static final int XP = 20;
    private static final int SECONDS = 60;

    private BareUpsert() {}

    private record Key(long guild, long member, int minute) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byMember = Long.compare(member, other.member);
            return byMember != 0 ? byMember : Integer.compare(minute, other.minute);
        }
    }

    /** How long it takes to store the facts. */
    static Duration run(Connection connection, Iterator<MessageFact> facts, int perStatement) throws SQLException {
        try (var create = connection.createStatement()) {
            create.execute(TABLE);
            create.execute("TRUNCATE bare_award");
        }
        long took = 0;
        try (var upsert = connection.prepareStatement(UPSERT)) {
            while (facts.hasNext()) {
                var best = new TreeMap<Key, Long>();
                for (int i = 0; i < perStatement && facts.hasNext(); i++) {
                    var fact = facts.next();
                    int minute = (int) (fact.createdAt().getEpochSecond() / SECONDS);
                    var key = new Key(
                            fact.guild().orElseThrow().value(), fact.author().value(), minute);
                    best.merge(key, fact.message().value(), Math::min);
                }
                long before = System.nanoTime();
                var keys = best.keySet();
                set(upsert, 1, "bigint", keys.stream().map(Key::guild).toArray());
                set(upsert, 2, "bigint", keys.stream().map(Key::member).toArray());
                set(upsert, 3, "integer", keys.stream().map(Key::minute).toArray());
                set(upsert, 4, "bigint", best.values().toArray());
                set(upsert, 5, "integer", keys.stream().map(_ -> XP).toArray());
                upsert.execute();
                took += System.nanoTime() - before;
            }
        }
        return Duration.ofNanos(took);
    }

    private static void set(PreparedStatement statement, int place, String type, Object[] values) throws SQLException {
        statement.setArray(place, statement.getConnection().createArrayOf(type, values));
    }
}
