package dev.warren.leveling.voice;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * How somebody was in the voice channels of a guild from a moment on.
 *
 * @param sequence of the event in its session
 * @param channel none when they left
 * @param speaking whether a minute so can earn: neither a bot, nor muted or deafened, nor in the channel of the absent
 * @param human whether they keep others company
 * @param resync whether it was told because nobody knows what was before
 */
record VoiceState(
        EventId event,
        long sequence,
        UserId member,
        Instant at,
        Optional<ChannelId> channel,
        boolean speaking,
        boolean human,
        boolean resync) {
    /** In the order in which Discord told them. */
    static final Comparator<VoiceState> ORDER = Comparator.comparing(VoiceState::at)
            .thenComparingLong(VoiceState::sequence)
            .thenComparing(VoiceState::event);

    /** The gateway's session that told it; what lies between two sessions nobody knows. */
    String session() {
        var id = event.value();
        int end = id.indexOf(':');
        return end < 0 ? id : id.substring(0, end);
    }

    /** The place of an event in its session: {@code session:seq} or {@code session:seq/voice:member}. */
    static long sequence(EventId event) {
        var id = event.value();
        int begin = id.indexOf(':') + 1;
        int end = id.indexOf('/', begin);
        try {
            return Long.parseLong(id, begin, end < 0 ? id.length() : end, 10);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Whether it was told with all others that stood when a guild became known. */
    static boolean isResync(EventId event) {
        return event.value().contains("/voice:");
    }
}
