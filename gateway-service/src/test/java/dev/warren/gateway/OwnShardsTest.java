package dev.warren.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnShardsTest {
    private static OwnShards of(String host, Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(GatewayConfig.class);
        settings.forEach((name, value) -> builder.withDefaultValue("warren.gateway.shard." + name, value));
        return OwnShards.of(
                builder.build().getConfigMapping(GatewayConfig.class).shard(), host);
    }

    @Test
    void oneShard_whateverTheHostIsCalled_isThisProcesss() {
        assertThat(of("gateway-3", Map.of()).ids()).containsExactly(0);
        assertThat(of("laptop", Map.of()).has(0)).isTrue();
    }

    @Test
    void severalShards_inAStatefulSet_goByTheOrdinal() {
        assertThat(of("gateway-3", Map.of("count", "8")).ids()).containsExactly(3);
        assertThat(of("gateway-1", Map.of("count", "8", "per-process", "4")).ids())
                .containsExactly(4, 5, 6, 7);
    }

    @Test
    void ids_asNumbersAndRanges_areRead() {
        assertThat(of("x", Map.of("count", "8", "ids", "0-2, 5,2")).ids()).containsExactly(0, 1, 2, 5);
    }

    @Test
    void wrongIds_areRefusedByName() {
        refused("x", Map.of("count", "4"), "warren.gateway.shard.ids must be set", "ends in no number: x");
        refused("gateway-4", Map.of("count", "4"), "must be from 0 to 3", ": 4");
        refused("x", Map.of("count", "4", "ids", "1;2"), "must be numbers and ranges", ": 1;2");
        refused("x", Map.of("count", "4", "ids", "3-1"), "must have ranges that go up", ": 3-1");
    }

    private static void refused(String host, Map<String, String> settings, String rule, String value) {
        assertThatThrownBy(() -> of(host, settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(rule)
                .hasMessageContaining(value);
    }
}
