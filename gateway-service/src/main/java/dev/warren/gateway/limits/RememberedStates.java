package dev.warren.gateway.limits;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The states of buckets as they were seen last; of too many the one that was not needed for longest goes. */
final class RememberedStates {
    private final Map<String, byte[]> states;

    RememberedStates(int most) {
        this.states = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Optional<byte[]> of(String bucket) {
        return Optional.ofNullable(states.get(bucket));
    }

    synchronized void is(String bucket, byte[] state) {
        states.put(bucket, state);
    }
}
