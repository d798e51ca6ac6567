package dev.warren.gateway.guilds;

import dev.warren.gateway.GatewayConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Makes what tests of other rooms need of guilds. */
public final class Seen {
    private Seen() {}

    public static LatelySeen nobody() {
        return new LatelySeen(config());
    }

    /** The settings' defaults. */
    public static GatewayConfig config() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(GatewayConfig.class)
                .build()
                .getConfigMapping(GatewayConfig.class);
    }
}
