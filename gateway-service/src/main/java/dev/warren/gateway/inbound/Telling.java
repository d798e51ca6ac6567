package dev.warren.gateway.inbound;

import dev.warren.runtime.trouble.Decisions;
import dev.warren.schemas.ids.EventId;
import java.util.List;
import java.util.Map;

/** Where refusals and skips are told, see {@link Decisions#tell}. */
@FunctionalInterface
interface Telling {
    void tell(String reason, List<EventId> correlations, Map<String, String> details);
}
