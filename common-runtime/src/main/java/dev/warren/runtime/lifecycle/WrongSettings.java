package dev.warren.runtime.lifecycle;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Tells a wrong setting from any other failure of the start, and says it in one line: setting, value, what is allowed. */
final class WrongSettings {
    /** EX_CONFIG of {@code sysexits.h}. */
    static final int EXIT_CODE = 78;

    private static final Pattern CONVERSION = Pattern.compile(
            "The config property (\\S+) with the config value \"(.*)\" threw an Exception whilst being converted (.*)",
            Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("The config property (\\S+) is required but");
    private static final Pattern EMPTY = Pattern.compile("The config property (\\S+) is defined as the empty String");
    private static final Pattern ALIEN = Pattern.compile("SRCFG00050: (\\S+) in .* does not map to any root");
    private static final Pattern RULE = Pattern.compile("((?:[a-z0-9-]+\\.)+[a-z0-9-]+) (must .*)");
    private static final Pattern ALLOWED = Pattern.compile("allowed values: (.*)");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[Ee]xpected an? (?:integer|long)");
    private static final Pattern SECRET = Pattern.compile("password|secret|token|credential|key");

    private WrongSettings() {}

    /** None when the failure is another. */
    static Optional<String> line(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigValidationException wrong) {
                return Optional.of(oneLine(describe(wrong.getProblem(0).getMessage())));
            }
            if (cause instanceof ConfigurationException) {
                return Optional.of(oneLine(String.valueOf(cause.getMessage())));
            }
        }
        return Optional.empty();
    }

    private static String describe(String problem) {
        var conversion = CONVERSION.matcher(problem);
        if (conversion.find()) {
            return line(conversion.group(1), conversion.group(2), rule(conversion.group(3)));
        }
        var alien = ALIEN.matcher(problem);
        if (alien.find()) {
            return line(alien.group(1), value(alien.group(1)), "there is no such setting");
        }
        var missing = MISSING.matcher(problem);
        if (missing.find()) {
            return line(missing.group(1), "", "must be set");
        }
        var empty = EMPTY.matcher(problem);
        if (empty.find()) {
            return line(empty.group(1), "", "must not be empty");
        }
        var rule = RULE.matcher(problem);
        if (rule.find()) {
            return line(rule.group(1), value(rule.group(1)), rule.group(2));
        }
        return problem;
    }

    private static String line(String name, String value, String rule) {
        var shown = SECRET.matcher(name).find() && !value.isEmpty() ? "***" : value;
        return name + "=" + shown + ": " + rule;
    }

    private static String rule(String failure) {
        var allowed = ALLOWED.matcher(failure);
        if (allowed.find()) {
            return "must be one of "
                    + String.join(
                            ", ",
                            Stream.of(allowed.group(1).split(",", -1))
                                    .map(String::strip)
                                    .sorted()
                                    .toList());
        }
        if (failure.contains("Invalid duration")) {
            return "must be a duration such as 500ms, 30s or PT1M";
        }
        if (WHOLE_NUMBER.matcher(failure).find()) {
            return "must be a whole number";
        }
        return failure.replaceFirst("^(?:[\\w.]+: )?SRCFG\\d+: ", "");
    }

    private static String value(String name) {
        try {
            return ConfigProvider.getConfig()
                    .getOptionalValue(name, String.class)
                    .orElse("");
        } catch (RuntimeException unreadable) {
            return "";
        }
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
