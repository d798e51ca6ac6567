package dev.warren.gateway.operations;

import dev.warren.runtime.events.FollowedTopic;
import dev.warren.runtime.events.Received;
import dev.warren.schemas.bot.OperationEvent;
import dev.warren.schemas.bot.OperationEvent.GuildBlocked;
import dev.warren.schemas.bot.OperationEvent.GuildUnblocked;
import dev.warren.schemas.bot.OperationEvent.PostingPaused;
import dev.warren.schemas.bot.OperationEvent.PostingResumed;
import dev.warren.schemas.bot.OperationEvent.PresenceChosen;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What holds for all instances, followed from {@code bot.operations}. May be asked from any thread. */
@ApplicationScoped
public class Operations implements FollowedTopic<OperationEvent> {
    private final Map<GuildId, PostingPaused> paused = new ConcurrentHashMap<>();
    private final Map<GuildId, GuildBlocked> blocked = new ConcurrentHashMap<>();
    private final List<Consumer<OperationEvent>> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<PostingPaused> pausedEverywhere = Optional.empty();
    private volatile Optional<PresenceChosen> presence = Optional.empty();

    Operations(MeterRegistry meters) {
        Gauge.builder("warren.posting.paused", this, Operations::pauses)
                .description("How many pauses of posting hold, that of all guilds counted as one")
                .register(meters);
    }

    /** Why nothing is posted there now; none when something is. */
    public Optional<PostingPaused> pause(Optional<GuildId> guild) {
        return pausedEverywhere.or(() -> guild.flatMap(id -> Optional.ofNullable(paused.get(id))));
    }

    /** The pause of all guilds, if there is one. */
    public Optional<PostingPaused> pauseEverywhere() {
        return pausedEverywhere;
    }

    /** The pauses of single guilds. */
    public Collection<PostingPaused> pausedGuilds() {
        return List.copyOf(paused.values());
    }

    public Optional<GuildBlocked> block(GuildId guild) {
        return Optional.ofNullable(blocked.get(guild));
    }

    /** How the bot is to be shown, if anybody has chosen. */
    public Optional<PresenceChosen> presence() {
        return presence;
    }

    /** Calls this after each change, on the thread that reads the topic: return at once. */
    public void whenChanged(Consumer<OperationEvent> listener) {
        listeners.add(listener);
    }

    @Override
    public Topic<OperationEvent> topic() {
        return Topics.OPERATIONS;
    }

    @Override
    public void accept(Received<OperationEvent> received) {
        var event = received.event().payload();
        switch (event) {
            case PostingPaused pause ->
                pause.guild().ifPresentOrElse(id -> paused.put(id, pause), () -> pausedEverywhere = Optional.of(pause));
            case PostingResumed resumed ->
                resumed.guild().ifPresentOrElse(paused::remove, () -> pausedEverywhere = Optional.empty());
            case GuildBlocked block -> blocked.put(block.guild(), block);
            case GuildUnblocked unblocked -> blocked.remove(unblocked.guild());
            case PresenceChosen chosen -> presence = Optional.of(chosen);
            case OperationEvent.Unknown _ -> {}
        }
        listeners.forEach(listener -> listener.accept(event));
    }

    private int pauses() {
        return paused.size() + (pausedEverywhere.isPresent() ? 1 : 0);
    }
}
