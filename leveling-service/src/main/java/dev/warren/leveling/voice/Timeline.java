package dev.warren.leveling.voice;

import dev.warren.leveling.experience.Minute;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The full calendar minutes that members spent in voice channels, heard and in company. What lies before a resync, or between two
 * sessions of the gateway, is unknown and earns nothing. A minute counts when its end is known, which is with the guild's next event.
 */
final class Timeline {
    private final Map<UserId, VoiceState> states = new HashMap<>();
    private final Map<UserId, Run> runs = new HashMap<>();
    private final List<VoiceMinute> minutes = new ArrayList<>();
    private Instant now;
    private String session = "";

    /** Somebody earns without a break, in one channel. */
    private record Run(ChannelId channel, Instant since) {}

    /** A minute that somebody spent in a channel. */
    record VoiceMinute(UserId member, ChannelId channel, Minute minute) {}

    private Timeline(Collection<VoiceState> standing, Instant begin) {
        standing.forEach(state -> states.put(state.member(), state));
        standing.stream().max(VoiceState.ORDER).ifPresent(last -> session = last.session());
        now = begin;
    }

    /**
     * The minutes from a moment to the last event.
     *
     * @param standing the newest state of each member before that moment
     * @param events from that moment on, in order
     */
    static List<VoiceMinute> minutes(Collection<VoiceState> standing, Instant begin, List<VoiceState> events) {
        var timeline = new Timeline(standing, begin);
        events.forEach(timeline::pass);
        timeline.endAll();
        return timeline.minutes;
    }

    private void pass(VoiceState event) {
        boolean known = !event.resync() && (session.isEmpty() || session.equals(event.session()));
        if (event.at().isAfter(now)) {
            if (known) {
                run();
            } else {
                endAll();
            }
            now = event.at();
        } else if (!known) {
            endAll();
        }
        session = event.session();
        states.put(event.member(), event);
    }

    /** From now on until the next event: who earns goes on or begins, who does not ends. */
    private void run() {
        var earning = earning();
        for (var member : new HashSet<>(runs.keySet())) {
            var run = runs.get(member);
            if (run != null && !run.channel().equals(earning.get(member))) {
                end(member, run);
            }
        }
        earning.forEach((member, channel) -> runs.putIfAbsent(member, new Run(channel, now)));
    }

    private Map<UserId, ChannelId> earning() {
        var company = new HashMap<ChannelId, Integer>();
        states.values().stream()
                .filter(VoiceState::human)
                .forEach(state -> state.channel().ifPresent(channel -> company.merge(channel, 1, Integer::sum)));
        var earning = new HashMap<UserId, ChannelId>();
        states.values().stream()
                .filter(VoiceState::speaking)
                .forEach(state -> state.channel()
                        .filter(channel -> company.getOrDefault(channel, 0) > 1)
                        .ifPresent(channel -> earning.put(state.member(), channel)));
        return earning;
    }

    private void endAll() {
        Map.copyOf(runs).forEach(this::end);
    }

    private void end(UserId member, Run run) {
        runs.remove(member);
        var first = Minute.of(run.since().plusMillis(59_999));
        for (int i = first.sinceEpoch(); !new Minute(i + 1).begin().isAfter(now); i++) {
            minutes.add(new VoiceMinute(member, run.channel(), new Minute(i)));
        }
    }
}
