package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.benchmarks.memory.RemindersDue;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Three instances of the memory service on one database and one broker share what is due. */
class RemindersOnceIT {
    private static final int COUNT = 300;

    @Test
    void reminders_dueOverThreeInstances_areEachEmittedOnce() throws Exception {
        var root = Path.of(System.getProperty("warren.root", "../.."));

        var came = new RemindersDue(COUNT, Duration.ofSeconds(8)).run(root);

        assertThat(came.once()).isEqualTo(COUNT);
        assertThat(came.more()).isZero();
        // generous, since other tests may have the machine
        assertThat(came.seconds(50)).isBetween(0.0, 5.0);
    }
}
