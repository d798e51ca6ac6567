package dev.warren.benchmarks.faults;

import dev.warren.benchmarks.load.Pace;
import dev.warren.benchmarks.stack.WarrenStack;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Kafka answers nothing while members write and use a command.
 *
 * @param guild of this run alone
 * @param patience how long the messages may take to be recovered
 */
public record OutageScenario(String guild, Crowd.Size crowd, Duration patience) {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration FIRST_RESPONSE = Duration.ofSeconds(4);
    private static final double NANOS_PER_SECOND = 1_000_000_000.0;

    /**
     * What became of it.
     *
     * @param away how long Kafka was away
     * @param response what the member was told who used a command meanwhile; empty when there was no response in 4 s
     * @param before the gateway's memory when Kafka went away
     * @param most the most of each while it was away and until all was recovered
     * @param recoverySeconds from Kafka's return to the last message being in the topic
     * @param readingSeconds how long it took to read the same messages from the local Discord, without its limits
     */
    public record Report(
            PublishedMessages.Found found,
            int members,
            int membersRight,
            Duration away,
            Optional<String> response,
            GatewayMemory before,
            GatewayMemory most,
            double recoverySeconds,
            double readingSeconds) {
        @Override
        public String toString() {
            return ("away %d s; %d written, %d missing, %d strange, %d copies of which %d read back; XP of %d of %d members right; "
                            + "before: %s; most: %s; recovered in %.1f s")
                    .formatted(
                            away.toSeconds(),
                            found.written(),
                            found.missing(),
                            found.strange(),
                            found.copies(),
                            found.copiesReadBack(),
                            membersRight,
                            members,
                            before,
                            most,
                            recoverySeconds);
        }
    }

    /** Runs it to its end. */
    public Report run(Scene scene) throws InterruptedException {
        var processes = scene.processes();
        var discord = scene.discord();
        var pace = Pace.system();
        var before = GatewayMemory.now(processes);
        var most = before;
        var response = Optional.<String>empty();
        Crowd writers;
        long gone = pace.nanos();
        try (var _ = processes.freeze(WarrenStack.KAFKA)) {
            writers = Crowd.writing(discord, guild, crowd);
            while (writers.written() < crowd.messages()) {
                most = most.or(GatewayMemory.now(processes));
                if (response.isEmpty() && writers.written() > crowd.messages() / 2) {
                    response = ask(scene, pace);
                }
                pace.awaitUntil(pace.nanos() + LOOK_EVERY.toNanos());
            }
        }
        long back = pace.nanos();
        var written = writers.messages();
        double reading = (pace.nanos() - back) / NANOS_PER_SECOND;
        try (var published = new PublishedMessages(scene.kafka(), writers.guild())) {
            var giveUpAt = back + patience.toNanos();
            var found = published.await(written, LOOK_EVERY);
            while (found.missing() > 0 && pace.nanos() < giveUpAt) {
                most = most.or(GatewayMemory.now(processes));
                found = published.await(written, LOOK_EVERY);
            }
            double recovery = (pace.nanos() - back) / NANOS_PER_SECOND;
            var expected = Crowd.undisturbedXp(writers.guild(), written);
            int right = KillScenario.awaitRight(scene, writers.guild(), expected);
            return new Report(
                    found,
                    expected.size(),
                    right,
                    Duration.ofNanos(back - gone),
                    response,
                    before,
                    most,
                    recovery,
                    reading);
        }
    }

    private Optional<String> ask(Scene scene, Pace pace) throws InterruptedException {
        var discord = scene.discord();
        var asked = discord.command(guild, "load-1", "load-member-1", "rank", Map.of());
        long giveUpAt = pace.nanos() + FIRST_RESPONSE.toNanos();
        while (pace.nanos() < giveUpAt) {
            var response = discord.interaction(asked).getJsonObject("response");
            if (response != null) {
                return Optional.of(response.encode());
            }
            pace.awaitUntil(pace.nanos() + LOOK_EVERY.toNanos() / 10);
        }
        return Optional.of("");
    }
}
