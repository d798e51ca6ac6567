package dev.warren.gateway.connection;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which intents to ask for, as refusals come in. Discord refuses without saying which intent it means, and says which ones are switched on
 * only once a session has begun: so all privileged ones are withdrawn first, and those that are switched on are asked for again, once.
 */
final class IntentChoice {
    private final Set<Intent> current;
    private final Set<Intent> withdrawn = EnumSet.noneOf(Intent.class);
    private boolean regained;

    IntentChoice(Set<Intent> wanted) {
        current = EnumSet.copyOf(wanted);
    }

    Set<Intent> current() {
        return Set.copyOf(current);
    }

    /** Gives up the privileged intents, and says which they were; none when there was none to give up. */
    Set<Intent> withdraw() {
        Set<Intent> refused = EnumSet.noneOf(Intent.class);
        current.stream().filter(Intent::privileged).forEach(refused::add);
        current.removeAll(refused);
        withdrawn.addAll(refused);
        return Set.copyOf(refused);
    }

    /** Takes back what was withdrawn although it is switched on; whether there is such, and it is tried for the first time. */
    boolean regain(GatewaySession session) {
        Set<Intent> granted = EnumSet.noneOf(Intent.class);
        withdrawn.stream().filter(session.switchedOn()::contains).forEach(granted::add);
        if (regained || granted.isEmpty()) {
            return false;
        }
        regained = true;
        withdrawn.removeAll(granted);
        return current.addAll(granted);
    }
}
