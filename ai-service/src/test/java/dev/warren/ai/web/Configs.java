package dev.warren.ai.web;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings of one room, without a container. */
public final class Configs {
    private Configs() {}

    public static <T> T of(Class<T> mapping, Map<String, String> values) {
        var builder = new SmallRyeConfigBuilder()
                .withConverter(java.time.Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .withMapping(mapping);
        values.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(mapping);
    }
}
