package dev.warren.eventviewer;

import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the viewer as a process of its own. Exit code 78 tells a wrong setting, 1 that it could not start. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int WRONG_SETTING = 78;
    /** It tells all its settings at INFO. Kept here, since levels of loggers that nobody holds are forgotten. */
    private static final java.util.logging.Logger KAFKA = java.util.logging.Logger.getLogger("org.apache.kafka");

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        KAFKA.setLevel(Level.SEVERE);
        ViewerOptions options;
        try {
            options = ViewerOptions.read(System.getenv());
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG_SETTING);
            return;
        }
        try {
            var viewer = EventViewer.start(options, InstantSource.system())
                    .toCompletableFuture()
                    .get();
            Runtime.getRuntime().addShutdownHook(new Thread(viewer::close, "stop"));
            LOG.info("the event viewer is ready address={} kafka={}", viewer.address(), options.bootstrapServers());
        } catch (ExecutionException failed) {
            System.err.println("the event viewer could not start: " + failed.getCause());
            System.exit(1);
        }
    }
}
