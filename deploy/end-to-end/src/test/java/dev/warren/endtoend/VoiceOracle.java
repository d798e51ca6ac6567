package dev.warren.endtoend;

import dev.warren.schemas.discord.VoiceEvent.VoiceStateChanged;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who earns by voice, by leveling's documented rules alone: 5 XP for each full calendar minute that a member spent in one channel, not muted
 * and not alone, which had ended when the guild's last state came.
 */
final class VoiceOracle {
    private static final long XP = 5;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private VoiceOracle() {}

    /** The XP of each member. The states are of one guild and one session, in order. */
    static Map<Long, Long> xp(List<VoiceStateChanged> states) {
        var xp = new HashMap<Long, Long>();
        var standing = new HashMap<Long, VoiceStateChanged>();
        var last = states.getLast().at();
        int next = 0;
        var minute = nextMinute(states.getFirst().at());
        while (!states.get(next).at().isAfter(minute) && next + 1 < states.size()) {
            next = stand(standing, states, next);
        }
        for (var end = minute.plus(MINUTE); !end.isAfter(last); end = end.plus(MINUTE)) {
            var earning = earning(standing);
            while (next < states.size() && !states.get(next).at().isAfter(end)) {
                var at = states.get(next).at();
                // no time goes by between states of one moment
                while (next < states.size() && states.get(next).at().equals(at)) {
                    next = stand(standing, states, next);
                }
                if (at.isBefore(end)) {
                    var still = earning(standing);
                    earning.entrySet().removeIf(entry -> !entry.getValue().equals(still.get(entry.getKey())));
                }
            }
            earning.keySet().forEach(member -> xp.merge(member, XP, Long::sum));
        }
        return xp;
    }

    private static int stand(Map<Long, VoiceStateChanged> standing, List<VoiceStateChanged> states, int next) {
        var state = states.get(next);
        standing.put(state.user().value(), state);
        return next + 1;
    }

    private static Instant nextMinute(Instant at) {
        var begin = at.truncatedTo(ChronoUnit.MINUTES);
        return begin.equals(at) ? at : begin.plus(MINUTE);
    }

    private static Map<Long, Long> earning(Map<Long, VoiceStateChanged> standing) {
        var company = new HashMap<Long, Integer>();
        standing.values().forEach(state -> channel(state).ifPresent(id -> company.merge(id, 1, Integer::sum)));
        var earning = new HashMap<Long, Long>();
        standing.forEach((member, state) -> channel(state)
                .filter(id -> !state.selfMuted() && company.getOrDefault(id, 0) > 1)
                .ifPresent(id -> earning.put(member, id)));
        return earning;
    }

    private static Optional<Long> channel(VoiceStateChanged state) {
        return state.channel().map(id -> id.value());
    }
}
