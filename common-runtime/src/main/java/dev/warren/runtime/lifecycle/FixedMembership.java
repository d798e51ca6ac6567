package dev.warren.runtime.lifecycle;

import dev.warren.runtime.config.RuntimeConfig;
import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.Config;

/**
 * Makes an instance whose name outlives a restart a static member of its consumer groups: killed and started again within the session's
 * timeout, it goes on with its partitions at once, where a new member would wait until the dead one is missed. Source: KIP-345.
 */
@ApplicationScoped
class FixedMembership implements ClientCustomizer<Map<String, Object>> {
    private final Optional<String> instance;

    FixedMembership(RuntimeConfig config) {
        this.instance = config.instance();
    }

    @Override
    public Map<String, Object> customize(String channel, Config settings, Map<String, Object> client) {
        var group = settings.getOptionalValue(ConsumerConfig.GROUP_ID_CONFIG, String.class);
        if (instance.isEmpty() || group.isEmpty()) {
            return client;
        }
        var fixed = new HashMap<>(client);
        fixed.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance.get());
        return fixed;
    }
}
