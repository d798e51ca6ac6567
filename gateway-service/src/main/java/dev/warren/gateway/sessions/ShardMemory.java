package dev.warren.gateway.sessions;

import dev.warren.gateway.connection.StoredSession;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * What one shard must not forget, and what of it is to be written. Safe for all threads; nothing in it waits.
 *
 * <p>A message counts for its channel's mark when Kafka has it and everything before it in the session. Marks that are older than the
 * newest message of all by more than the margin say nothing that the newest message does not say, and are dropped.
 */
public final class ShardMemory {
    private final SessionsConfig bounds;
    private final Marks marks;
    private final Queue<UnderWay> underWay = new ArrayDeque<>();
    private final Map<ChannelId, Gap> opened = new LinkedHashMap<>();
    private final Set<GuildId> awaited;
    private final Set<GuildId> left = new HashSet<>();
    private Map<GuildId, Set<ChannelId>> markedOf = Map.of();
    private Optional<MessageId> newest;
    private Optional<MessageId> since;
    private Optional<StoredSession> written;
    private String session = "";
    private Instant tidied = Instant.MIN;
    private boolean changed;

    /** A message on its way to Kafka. */
    private record UnderWay(long sequence, Mark mark) {}

    public ShardMemory(SessionsConfig bounds, Memory memory) {
        this.bounds = bounds;
        this.marks = new Marks(memory.marks());
        this.awaited = new HashSet<>(memory.awaited());
        this.newest = memory.newest();
        this.since = memory.since();
        this.written = memory.session();
        if (!awaited.isEmpty()) {
            markedOf = marks.byGuild();
        }
    }

    /** A message is on its way; to be called in order of sequences. */
    public synchronized void arrived(String sessionId, long sequence, Mark message) {
        if (!sessionId.equals(session)) {
            session = sessionId;
            underWay.clear();
        }
        underWay.add(new UnderWay(sequence, message));
    }

    /** A message found no place; to be called before its sequence counts as taken. */
    public synchronized void shed(Mark message) {
        open(new Gap(
                message.channel(),
                message.guild(),
                Snowflakes.before(message.message()),
                message.message(),
                Gap.Reason.SHED,
                0));
    }

    /**
     * A session began, and an earlier one is gone. When there was none ever, nothing was missed.
     *
     * @param guilds of the shard; each will be told of
     */
    public synchronized void sessionBegan(Set<GuildId> guilds, Instant now) {
        changed = true;
        if (newest.isEmpty()) {
            newest = Optional.of(Snowflakes.at(now));
            return;
        }
        if (awaited.isEmpty()) {
            since = newest;
        }
        marks.guilds().stream()
                .filter(guild -> !guilds.contains(guild))
                .toList()
                .forEach(this::left);
        awaited.clear();
        awaited.addAll(guilds);
        markedOf = marks.byGuild();
        marks.direct()
                .forEach(mark -> open(new Gap(
                        mark.channel(), Optional.empty(), mark.message(), upToNow(mark, now), Gap.Reason.SESSION, 0)));
    }

    /**
     * A guild is told of. If it was awaited, gaps are opened where something was said meanwhile.
     *
     * @param joined when the bot joined: what was said before does not concern it
     * @param newestOf the last message of each channel and active thread in which there is one
     */
    public synchronized void guildTold(
            GuildId guild, Optional<Instant> joined, Map<ChannelId, MessageId> newestOf, Instant now) {
        if (!awaited.remove(guild)) {
            return;
        }
        changed = true;
        var least = Snowflakes.newer(
                Snowflakes.before(since.or(() -> newest).orElseGet(() -> Snowflakes.at(now)), bounds.margin()),
                Snowflakes.at(joined.orElse(Instant.EPOCH)));
        newestOf.forEach((channel, last) -> {
            var after = marks.of(channel).map(Mark::message).orElse(least);
            if (last.value() > after.value()) {
                open(new Gap(channel, Optional.of(guild), after, last, Gap.Reason.SESSION, 0));
            }
        });
        // A thread that was archived meanwhile is not listed; a channel that was deleted is found to be gone.
        markedOf.getOrDefault(guild, Set.of()).stream()
                .filter(channel -> !newestOf.containsKey(channel))
                .flatMap(channel -> marks.of(channel).stream())
                .forEach(mark -> open(new Gap(
                        mark.channel(), mark.guild(), mark.message(), upToNow(mark, now), Gap.Reason.SESSION, 0)));
    }

    /** A channel was read back up to a message, from where Kafka had everything. */
    public synchronized void readBack(Mark message) {
        if (isOurs(message.guild())) {
            changed = true;
            marks.move(message);
        }
    }

    /** The bot is no longer in the guild: nothing of it is to be read. */
    public synchronized void left(GuildId guild) {
        changed = true;
        awaited.remove(guild);
        left.add(guild);
        marks.forget(mark -> mark.guild().filter(guild::equals).isPresent());
        opened.values().removeIf(gap -> gap.guild().filter(guild::equals).isPresent());
    }

    /** A channel or thread is no more. */
    public synchronized void channelGone(ChannelId channel) {
        changed = true;
        opened.remove(channel);
        marks.forget(channel);
    }

    /** Messages under way. */
    public synchronized int underWay() {
        return underWay.size();
    }

    /**
     * What is to be written now, if anything is.
     *
     * @param sessionId and {@code taken}: up to where Kafka has everything, read before this is called
     * @param resumable the session as it could be resumed
     */
    public synchronized Optional<Changes> changes(
            String sessionId, long taken, Optional<StoredSession> resumable, Instant now) {
        settle(sessionId, taken);
        tidy(now);
        var place = resumable
                .filter(kept -> taken > 0 && kept.session().id().equals(sessionId))
                .map(kept -> new StoredSession(kept.session(), taken))
                .or(() -> written);
        if (!changed && place.equals(written)) {
            return Optional.empty();
        }
        var changes =
                new Changes(place, newest, since, awaited, marks.moved(), marks.forgotten(), left, opened.values());
        written = place;
        left.clear();
        opened.clear();
        marks.written();
        changed = false;
        return Optional.of(changes);
    }

    /** They could not be written, and are to be written with the next. */
    public synchronized void notWritten(Changes changes) {
        changed = true;
        left.addAll(changes.left());
        marks.notWritten(changes.marks(), changes.forgotten());
        changes.gaps().stream().filter(gap -> isOurs(gap.guild())).forEach(this::open);
    }

    /** This machine's clock may be behind Discord's. */
    private MessageId upToNow(Mark mark, Instant now) {
        return Snowflakes.newer(mark.message(), Snowflakes.at(now.plus(bounds.margin())));
    }

    private boolean isOurs(Optional<GuildId> guild) {
        return guild.isEmpty() || !left.contains(guild.get());
    }

    private void open(Gap gap) {
        changed = true;
        opened.merge(gap.channel(), gap, Gap::merge);
    }

    private void settle(String sessionId, long taken) {
        if (!sessionId.equals(session)) {
            return;
        }
        while (!underWay.isEmpty() && underWay.element().sequence() <= taken) {
            var mark = underWay.remove().mark();
            marks.move(mark);
            newest = Optional.of(
                    newest.map(known -> Snowflakes.newer(known, mark.message())).orElse(mark.message()));
            changed = true;
        }
    }

    private void tidy(Instant now) {
        if (newest.isEmpty() || now.isBefore(tidied)) {
            return;
        }
        tidied = now.plus(bounds.margin());
        var base = awaited.isEmpty() ? newest : since.or(() -> newest);
        changed |=
                marks.tidy(Snowflakes.before(base.get(), bounds.margin()), bounds.directChannels(), bounds.channels());
    }
}
