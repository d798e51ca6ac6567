package dev.warren.cli.supervise;

import dev.warren.local.EmbeddedPostgres;
import dev.warren.local.EmbeddedRedis;
import dev.warren.local.Processes;
import dev.warren.local.ServerOptions;
import java.time.Duration;
import java.util.Optional;

/** The embedded servers that are native programs, as the supervisor sees them. */
final class ServerLaunches {
    private static final Duration LOOK = Duration.ofMinutes(1);

    private ServerLaunches() {}

    record Postgres(ServerOptions options) implements Launch {
        @Override
        public Running start() {
            var server = EmbeddedPostgres.start(options);
            return new Native(server.process(), server.marker(), server::close);
        }

        @Override
        public Optional<String> problem() {
            return Probe.tcp(options.port());
        }
    }

    record Redis(ServerOptions options) implements Launch {
        @Override
        public Running start() {
            var server = EmbeddedRedis.start(options);
            return new Native(server.process(), server.marker(), server::close);
        }

        @Override
        public Optional<String> problem() {
            return Probe.tcp(options.port());
        }
    }

    private record Native(ProcessHandle process, String marker, Runnable stopper) implements Launch.Running {
        @Override
        public int exitCode() throws InterruptedException {
            while (!Processes.hasEnded(process, LOOK)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            // The handle of a process does not tell it, and nothing depends on it here.
            return 1;
        }

        @Override
        public void stop() {
            stopper.run();
        }
    }
}
