package dev.warren.benchmarks.leveling;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Rows over their canonical columns, whatever their order: how many there are, and the sum of their hashes.
 *
 * @param awards how many minutes earned
 */
record Checksum(long awards, String awardHashes, long members, String memberHashes) {
    private static final String AWARDS = """
            SELECT count(*), coalesce(sum(hashtextextended(award::text, 0)), 0)::text
            FROM (SELECT guild_id, user_id, minute, live, winner, rules, xp FROM minute_award) AS award""";
    private static final String MEMBERS = """
            SELECT count(*), coalesce(sum(hashtextextended(member::text, 0)), 0)::text
            FROM (
                SELECT guild_id, user_id, earned, adjusted, xp, seen_message, seen_live, name, avatar, seen_channel
                FROM member_progress
            ) AS member""";

    static Checksum of(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            long awards;
            String awardHashes;
            try (var rows = statement.executeQuery(AWARDS)) {
                rows.next();
                awards = rows.getLong(1);
                awardHashes = rows.getString(2);
            }
            try (var rows = statement.executeQuery(MEMBERS)) {
                rows.next();
                return new Checksum(awards, awardHashes, rows.getLong(1), rows.getString(2));
            }
        }
    }
}
