package dev.warren.runtime.lifecycle;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Runs a service. A wrong setting ends it with one line and exit code 78, which is not worth a restart. */
@QuarkusMain
public final class ServiceMain {
    ServiceMain() {}

    public static void main(String... args) {
        Quarkus.run(Service.class, WrongSettings::exit, args);
    }

    /** Waits until the service is told to stop. */
    public static final class Service implements QuarkusApplication {
        @Override
        public int run(String... args) {
            Quarkus.waitForExit();
            return 0;
        }
    }
}
