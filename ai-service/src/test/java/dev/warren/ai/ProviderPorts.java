package dev.warren.ai;

import dev.warren.local.FreePorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Tells the service where two scripted providers will be, and not to wait for them as long as usual. */
public final class ProviderPorts implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var first = Integer.toString(FreePorts.any());
        var second = Integer.toString(FreePorts.any());
        var settings = new HashMap<String, String>();
        settings.put("warren.test.first", first);
        settings.put("warren.test.second", second);
        settings.put("warren.ai.providers.openai.base-url", "http://127.0.0.1:" + first + "/v1");
        settings.put("warren.ai.providers.openai.key", "first-key");
        settings.put("warren.ai.providers.openai.concurrent", "4");
        settings.put("warren.ai.providers.openai.waiting", "2");
        settings.put("warren.ai.providers.anthropic.base-url", "http://127.0.0.1:" + second + "/v1");
        settings.put("warren.ai.providers.anthropic.key", "second-key");
        settings.put("warren.ai.routing.first-pause", "20ms");
        settings.put("warren.ai.routing.longest-pause", "2s");
        settings.put("warren.ai.routing.probe-every", "200ms");
        settings.put("warren.ai.routing.breaker-calls", "200");
        settings.put("warren.ai.calls.silence", "1s");
        settings.put("warren.ai.conversations.look", "200ms");
        // or summaries of one test would be asked for in another
        settings.put("warren.ai.conversations.open", "10m");
        settings.put("warren.ai.delivery.edits", "100ms");
        return settings;
    }

    @Override
    public void stop() {
        // the ports are whose they are
    }
}
