package dev.warren.benchmarks.faults;

import dev.warren.benchmarks.stack.StackProcesses;
import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.simulator.client.SimulatorClient;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Where a scenario takes place: a running stack by its local Discord, its processes and its broker. */
public record Scene(SimulatorClient discord, StackProcesses processes, RawKafka kafka) {
    /** The XP of all members of a guild who have any, from leveling's database. */
    Map<Long, Long> xp(String guild) {
        var xp = new HashMap<Long, Long>();
        try (var database = processes.database("leveling");
                var query = database.prepareStatement(
                        "SELECT user_id, xp FROM member_progress WHERE guild_id = ? AND xp > 0")) {
            query.setLong(1, Long.parseLong(guild));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    xp.put(rows.getLong(1), rows.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("leveling's database cannot be read", e);
        }
        return xp;
    }
}
