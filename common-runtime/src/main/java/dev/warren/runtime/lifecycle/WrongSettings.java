package dev.warren.runtime.lifecycle;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import org.jspecify.annotations.Nullable;

/** Tells a wrong setting from any other failure of the start. */
final class WrongSettings {
    /** EX_CONFIG of {@code sysexits.h}. */
    static final int EXIT_CODE = 78;

    private WrongSettings() {}

    static void exit(Integer code, @Nullable Throwable failure) {
        var wrong = failure == null ? null : line(failure);
        if (wrong != null) {
            System.err.println("wrong setting: " + wrong);
            System.exit(EXIT_CODE);
        }
        System.exit(code);
    }

    /** One line that names setting, value and rule; none when the failure is another. */
    static @Nullable String line(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigValidationException wrong) {
                return wrong.getProblem(0).getMessage();
            }
            if (cause instanceof ConfigurationException) {
                return cause.getMessage();
            }
        }
        return null;
    }
}
