package dev.warren.gateway.sessions;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings of what shards remember. */
final class Bounds {
    private Bounds() {}

    static SessionsConfig defaults() {
        return with(Map.of());
    }

    /** @param values by the setting's last name */
    static SessionsConfig with(Map<String, String> values) {
        var builder = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(SessionsConfig.class);
        values.forEach((name, value) -> builder.withDefaultValue("warren.gateway.sessions." + name, value));
        return builder.build().getConfigMapping(SessionsConfig.class);
    }
}
