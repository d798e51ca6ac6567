package dev.warren.gateway.outbound.answers;

import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.outbound.PendingInteraction;
import dev.warren.gateway.outbound.answers.Standing.Open;
import dev.warren.gateway.outbound.sending.Lanes;
import dev.warren.gateway.outbound.sending.OutboundLoop;
import dev.warren.runtime.trouble.Waiting;
import dev.warren.schemas.ids.InteractionId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The interactions that this instance knows, in bounds; others are found in Redis. Used on the outbound loop alone. */
@ApplicationScoped
class Conversations {
    private static final Logger LOG = Logger.getLogger(Conversations.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private final InteractionStore store;
    private final OutboundConfig.Answers bounds;
    private final OutboundLoop loop;
    private final Waiting waiting;
    private final InstantSource clock;
    private final Map<InteractionId, Conversation> known = new LinkedHashMap<>();
    private final Lanes<InteractionId> lanes;

    Conversations(
            InteractionStore store, OutboundConfig config, OutboundLoop loop, Waiting waiting, InstantSource clock) {
        this.store = store;
        this.bounds = config.answers();
        this.loop = loop;
        this.waiting = waiting;
        this.clock = clock;
        this.lanes = new Lanes<>(loop::later);
    }

    /** Does the work after all earlier work of the interaction. */
    void inOrder(InteractionId interaction, Supplier<Uni<Void>> work) {
        lanes.add(interaction, work);
    }

    /** Does it likewise, from any thread, and tells how it ended. */
    Uni<Void> done(InteractionId interaction, Supplier<Uni<Void>> work) {
        return lanes.added(interaction, loop, work);
    }

    /** Begins a conversation, or gives the one that has begun. */
    Conversation begin(PendingInteraction interaction) {
        Conversation before = known.get(interaction.id());
        if (before != null) {
            return before;
        }
        Conversation conversation = new Conversation(interaction, true, new Open());
        remember(conversation);
        store.keep(interaction)
                .subscribe()
                .with(
                        kept -> {},
                        // This instance can answer without; another one will find the token gone.
                        failure -> LOG.warnf(
                                "interaction not kept in Redis interactionId=%s error=%s",
                                interaction.id(), failure.getClass().getName()));
        return conversation;
    }

    /** The conversation that has begun, else one that ends with its first answer and is not remembered. */
    Conversation passing(PendingInteraction interaction) {
        return known.getOrDefault(interaction.id(), new Conversation(interaction, true, new Open()));
    }

    /** The conversation, here or in Redis; none when its token is gone. Waits shortly for a token that is being written. */
    Uni<Optional<Conversation>> find(InteractionId interaction, Instant until) {
        Conversation here = known.get(interaction);
        if (here != null) {
            return Uni.createFrom().item(Optional.of(here));
        }
        return look(interaction, earlier(until, clock.instant().plus(bounds.tokenPatience())));
    }

    private Uni<Optional<Conversation>> look(InteractionId interaction, Instant until) {
        return waiting.outage(() -> store.find(interaction)).chain(kept -> {
            if (kept.isPresent()) {
                var conversation = new Conversation(
                        kept.get().interaction(), false, kept.get().standing());
                remember(conversation);
                return Uni.createFrom().item(Optional.of(conversation));
            }
            return clock.instant().isBefore(until)
                    ? loop.pause(LOOK_AGAIN).chain(() -> look(interaction, until))
                    : Uni.createFrom().item(Optional.empty());
        });
    }

    /** Notes how far it is answered, here and for other instances. */
    void stands(Conversation conversation, Standing standing) {
        conversation.isNow(standing);
        store.note(conversation.id(), standing)
                .subscribe()
                .with(noted -> {}, failure -> LOG.debugf("standing not noted interactionId=%s", conversation.id()));
    }

    /** What other instances noted of it; empty when Redis knows nothing or is away. */
    Uni<Optional<Standing>> notedElsewhere(Conversation conversation) {
        return store.find(conversation.id())
                .map(kept -> kept.map(InteractionStore.Kept::standing))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private void remember(Conversation conversation) {
        known.put(conversation.id(), conversation);
        Instant dead = clock.instant().minus(bounds.tokenLife());
        var oldest = known.values().iterator();
        while (oldest.hasNext()) {
            Conversation first = oldest.next();
            if (known.size() <= bounds.remembered()
                    && first.about().receivedAt().isAfter(dead)) {
                return;
            }
            oldest.remove();
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
