package dev.warren.gateway.promises;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes protections away from a running gateway. Only beans of the tests ask it, so no setting can do the same to a real one. */
@Singleton
public class Sabotage {
    private final Set<Protection> away = ConcurrentHashMap.newKeySet();
    private volatile boolean dying;

    void takeAway(Protection protection) {
        away.add(protection);
    }

    /** From now on the gateway dies between each post and the receipt of what became of it; as far as the receipt can tell. */
    void dying(boolean now) {
        dying = now;
    }

    void end() {
        away.clear();
        dying = false;
    }

    public boolean isAway(Protection protection) {
        return away.contains(protection);
    }

    public boolean isDying() {
        return dying;
    }
}
