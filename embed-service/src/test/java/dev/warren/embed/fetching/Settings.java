package dev.warren.embed.fetching;

import dev.warren.embed.EmbedConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings as a service would have them. */
final class Settings {
    private Settings() {}

    /** The defaults, but these. */
    static EmbedConfig with(Map<String, String> others) {
        var config = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(EmbedConfig.class);
        others.forEach(config::withDefaultValue);
        return config.build().getConfigMapping(EmbedConfig.class);
    }
}
