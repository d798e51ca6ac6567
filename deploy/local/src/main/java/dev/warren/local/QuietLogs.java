package dev.warren.local;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The servers' libraries tell every step of their start; only their warnings are of interest to who uses them. */
final class QuietLogs {
    /** Held, since java.util.logging forgets the level of a logger that nobody refers to. */
    private static final List<Logger> QUIET = List.of(
            quiet("org.apache.kafka", Level.WARNING),
            quiet("kafka", Level.WARNING),
            quiet("state.change.logger", Level.WARNING),
            // It calls it an error when a server that is to be stopped has ended already; what matters it throws.
            quiet("io.zonky", Level.OFF),
            quiet("org.testcontainers", Level.WARNING),
            // No Docker is an answer, not an error.
            quiet("org.testcontainers.dockerclient", Level.OFF),
            quiet("org.apache.kafka.controller.QuorumController", Level.SEVERE),
            quiet("tc", Level.WARNING),
            quiet("com.github.dockerjava", Level.WARNING),
            // It warns of every setting that it does not know, of which a broker passes its clients dozens.
            quiet("org.apache.kafka.common.config", Level.SEVERE));

    private QuietLogs() {}

    /** To be called before the first server starts; idempotent. */
    static void install() {
        QUIET.forEach(logger -> logger.setUseParentHandlers(true));
    }

    private static Logger quiet(String name, Level level) {
        var logger = Logger.getLogger(name);
        logger.setLevel(level);
        return logger;
    }
}
