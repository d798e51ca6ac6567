package dev.warren.runtime.trouble;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jboss.logging.Logger;

/** What the service waits for right now. Anything here costs readiness, never liveness. */
@ApplicationScoped
public class Conditions {
    private static final Logger LOG = Logger.getLogger(Conditions.class);

    private final Map<String, String> waitingFor = new ConcurrentSkipListMap<>();

    /** It is away; said once in the log for each change of the reason. */
    public void away(String what, String reason) {
        var before = waitingFor.put(what, reason);
        if (!reason.equals(before)) {
            LOG.warnf("waiting for %s: %s", what, reason);
        }
    }

    /** It is there (again). */
    public void there(String what) {
        if (waitingFor.remove(what) != null) {
            LOG.infof("%s is there", what);
        }
    }

    /** What is away, with the reason, in order of names. */
    public Map<String, String> waitingFor() {
        return Map.copyOf(waitingFor);
    }
}
