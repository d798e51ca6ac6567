package dev.warren.runtime.trouble;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jboss.logging.Logger;

/** What the service waits for right now. Anything here costs readiness, never liveness. */
@ApplicationScoped
public class Conditions {
    private static final Logger LOG = Logger.getLogger(Conditions.class);

    private final ConcurrentSkipListMap<String, String> waitingFor = new ConcurrentSkipListMap<>();
    private final MeterRegistry meters;

    Conditions(MeterRegistry meters) {
        this.meters = meters;
        meters.gaugeMapSize("warren.waiting", Tags.empty(), waitingFor);
    }

    /** It is away; said once in the log for each outage, and again when the reason changes. */
    public void away(String what, String reason) {
        var before = waitingFor.put(what, reason);
        if (before == null) {
            meters.counter("warren.outages", "what", what).increment();
        }
        if (!reason.equals(before)) {
            LOG.warnf("waiting for=%s reason=%s", what, reason);
        }
    }

    /** It is there (again). */
    public void there(String what) {
        if (waitingFor.remove(what) != null) {
            LOG.infof("there again what=%s", what);
        }
    }

    /** What is away, with the reason, in order of names. */
    public SortedMap<String, String> waitingFor() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(waitingFor));
    }
}
