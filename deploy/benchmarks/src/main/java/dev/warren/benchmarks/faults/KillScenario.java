package dev.warren.benchmarks.faults;

import static org.awaitility.Awaitility.await;

import dev.warren.benchmarks.stack.StackProcesses;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Members write while the gateway is killed (SIGKILL), again and again, evenly over the messages.
 *
 * @param guild of this run alone
 * @param kills 0 for an undisturbed run
 * @param invalidated whether Discord ends all sessions at each kill, so that none can be resumed
 */
public record KillScenario(String guild, Crowd.Size crowd, int kills, boolean invalidated) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double NANOS_PER_SECOND = 1_000_000_000.0;

    public KillScenario {
        if (kills < 0) {
            throw new IllegalArgumentException("kills must not be negative: " + kills);
        }
    }

    /**
     * What became of the messages.
     *
     * @param identifies how often the gateway began a new session
     * @param members who wrote
     * @param membersRight whose XP is what an undisturbed run gives
     * @param settledSeconds from the last message that was written to all being in the topic, as well as it can be seen from outside
     * @param awaySeconds the longest time from a kill to the gateway being ready again; 0 without kills
     */
    public record Report(
            PublishedMessages.Found found,
            long identifies,
            int members,
            int membersRight,
            double settledSeconds,
            double awaySeconds) {
        public double membersRightPercent() {
            return 100.0 * membersRight / members;
        }

        @Override
        public String toString() {
            return ("%d written, %d missing, %d strange, %d copies of which %d read back, %d identifies, XP of %d of %d members right, "
                            + "settled after %.1f s, at most %.1f s away")
                    .formatted(
                            found.written(),
                            found.missing(),
                            found.strange(),
                            found.copies(),
                            found.copiesReadBack(),
                            identifies,
                            membersRight,
                            members,
                            settledSeconds,
                            awaySeconds);
        }
    }

    /** Runs it to its end. */
    public Report run(Scene scene) {
        var discord = scene.discord();
        long identifies = discord.stats().getLong("identifies");
        var writers = Crowd.writing(discord, guild, crowd);
        double away = 0;
        for (int i = 1; i <= kills; i++) {
            writers.awaitWritten((int) ((long) crowd.messages() * i / (kills + 1)));
            away = Math.max(away, kill(scene));
        }
        writers.awaitEnd();
        long ended = System.nanoTime();
        var written = writers.messages();
        try (var published = new PublishedMessages(scene.kafka(), writers.guild())) {
            var found = published.await(written, PATIENCE);
            double settled = (System.nanoTime() - ended) / NANOS_PER_SECOND;
            var expected = Crowd.undisturbedXp(writers.guild(), written);
            return new Report(
                    found,
                    discord.stats().getLong("identifies") - identifies,
                    expected.size(),
                    awaitRight(scene, writers.guild(), expected),
                    settled,
                    away);
        }
    }

    private double kill(Scene scene) {
        long killed = System.nanoTime();
        scene.processes().kill(StackProcesses.GATEWAY);
        if (invalidated) {
            scene.discord().fault("invalid-session", Map.of());
        }
        scene.processes().awaitReady(StackProcesses.GATEWAY);
        return (System.nanoTime() - killed) / NANOS_PER_SECOND;
    }

    /** How many members have the XP that they should have, once all have or it has been waited for long enough. */
    static int awaitRight(Scene scene, String guild, Map<Long, Long> expected) {
        try {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> scene.xp(guild).equals(expected));
        } catch (ConditionTimeoutException wrong) {
            var actual = scene.xp(guild);
            return (int) expected.entrySet().stream()
                    .filter(member -> Objects.equals(actual.get(member.getKey()), member.getValue()))
                    .count();
        }
        return expected.size();
    }
}
