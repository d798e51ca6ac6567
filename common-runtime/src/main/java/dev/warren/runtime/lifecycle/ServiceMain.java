package dev.warren.runtime.lifecycle;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs a service. A wrong setting ends it with one line and exit code 78, which is not worth a restart. */
@QuarkusMain
public final class ServiceMain {
    /** Its chatter comes before logging is set up, and so would stand around the one line of a wrong setting. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    ServiceMain() {}

    public static void main(String... args) {
        HIBERNATE.setLevel(Level.WARNING);
        if (isOn("warren.train")) {
            System.setProperty("quarkus.http.port", "0");
        }
        Quarkus.run(Service.class, ServiceMain::ended, args);
    }

    /** Waits until the service is told to stop. */
    public static final class Service implements QuarkusApplication {
        @Override
        public int run(String... args) {
            Quarkus.waitForExit();
            return 0;
        }
    }

    private static void ended(Integer code, @Nullable Throwable failure) {
        if (LaunchMode.current().isDev()) {
            // it ends there with each change, to be started anew; only the development mode itself ends the JVM
            ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
            return;
        }
        if (failure == null) {
            System.exit(code);
            return;
        }
        var wrong = WrongSettings.line(failure);
        if (wrong.isEmpty()) {
            failure.printStackTrace();
            System.exit(code);
            return;
        }
        System.err.println("wrong setting: " + wrong.get());
        if (isOn("warren.stay-on-wrong-setting")) {
            UnreadyServer.start(
                    setting("quarkus.http.host", "0.0.0.0"), setting("quarkus.http.port", "8080"), wrong.get());
        } else {
            // nothing was started that had to be stopped, and an orderly exit would dump what was logged before logging
            // was set up
            Runtime.getRuntime().halt(WrongSettings.EXIT_CODE);
        }
    }

    private static boolean isOn(String name) {
        return setting(name, "false").equals("true");
    }

    /** Read by hand, since the settings as a whole may be unreadable. */
    private static String setting(String name, String otherwise) {
        var variable = name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        var found = System.getProperty(name, System.getenv(variable));
        return found == null ? otherwise : found;
    }
}
