package dev.warren.memory.mcp;

import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.OnContext;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.inbox.Inbox;
import dev.warren.runtime.membertoken.MemberClaim;
import dev.warren.runtime.membertoken.MemberTokens;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.memory.MemoryRequestEvent;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Publishes what tools ask for, and waits a little for its effect, which happens where the record is consumed. */
@ApplicationScoped
class MemoryRequests {
    private final McpConfig config;
    private final MemberTokens tokens;
    private final EventPublisher publisher;
    private final Inbox inbox;
    private final InstantSource clock;

    MemoryRequests(McpConfig config, MemberTokens tokens, EventPublisher publisher, Inbox inbox, InstantSource clock) {
        this.config = config;
        this.tokens = tokens;
        this.publisher = publisher;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** The same for the same wish because of the same event, so that a turn that comes again does nothing twice. */
    EventId id(MemberClaim claim, String what, String content) {
        return claim.cause().derive(what + ":" + tokens.fingerprint(claim.user() + ":" + content));
    }

    /** Whether it was done within the time that an answer waits; it is done in any case once this has an item. */
    Uni<Boolean> publish(MemberClaim claim, EventId id, MemoryRequestEvent wish) {
        var event = new Event<>(
                id,
                "/" + Service.MEMORY.id(),
                clock.instant(),
                Keys.member(claim.guild(), claim.user()),
                claim.cause(),
                Optional.of(claim.cause()),
                wish);
        var until = clock.instant().plus(config.patience());
        return publisher.publish(new Outgoing<>(Topics.MEMORY_REQUESTS, event)).chain(() -> isDone(id, until));
    }

    private Uni<Boolean> isDone(EventId id, Instant until) {
        return inbox.isHandled(id)
                .chain(done -> done || clock.instant().isAfter(until)
                        ? Uni.createFrom().item(done)
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(config.look())
                                .emitOn(OnContext.executor())
                                .chain(() -> isDone(id, until)));
    }
}
