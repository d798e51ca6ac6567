package dev.warren.runtime.lifecycle;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.trouble.Conditions;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends the service for a wrong setting that is found out only after the start, in the same way as one that is found at the start. */
@ApplicationScoped
public class WrongSetting {
    private static final String NAME = "a right setting";

    private final RuntimeConfig config;
    private final Conditions conditions;

    WrongSetting(RuntimeConfig config, Conditions conditions) {
        this.config = config;
        this.conditions = conditions;
    }

    /**
     * Ends the process at once with one line and exit code 78; where it shall stay on a wrong setting, it is unready from now on.
     *
     * @param line names what is wrong, and what is allowed
     */
    public void stop(String line) {
        if (config.stayOnWrongSetting()) {
            conditions.away(NAME, line);
            return;
        }
        System.err.println("wrong setting: " + line);
        // as after a kill, nothing is lost: what had begun is not acknowledged
        Runtime.getRuntime().halt(WrongSettings.EXIT_CODE);
    }
}
