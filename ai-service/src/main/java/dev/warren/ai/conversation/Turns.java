package dev.warren.ai.conversation;

import dev.warren.ai.AiConfig;
import dev.warren.ai.work.Job;
import dev.warren.ai.work.Jobs;
import dev.warren.runtime.events.Received;
import dev.warren.schemas.conversation.ConversationEvent.EndReason;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.MessageId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Begins turns and ends conversations, in the transaction of whatever asks for it. */
@ApplicationScoped
class Turns {
    private final AiConfig.Conversations config;
    private final Conversations conversations;
    private final Jobs jobs;

    Turns(AiConfig config, Conversations conversations, Jobs jobs) {
        this.config = config.conversations();
        this.conversations = conversations;
        this.jobs = jobs;
    }

    /** Whether a turn is under way, or too many already wait in its conversation. */
    enum Begun {
        UNDER_WAY,
        TOO_MANY
    }

    /** Begins a turn in the member's conversation in that channel, which it opens where there is none. */
    Uni<Begun> begin(
            Mutiny.StatelessSession tx, Received<?> received, Origin origin, String said, Optional<MessageId> replyTo) {
        var event = received.event();
        return talk(tx, event, origin)
                .chain(talk -> jobs.waiting(tx, talk.id()).chain(waiting -> {
                    if (waiting >= config.waiting()) {
                        return Uni.createFrom().item(Begun.TOO_MANY);
                    }
                    var prompt = said.length() > config.promptCharacters()
                            ? said.substring(0, config.promptCharacters())
                            : said;
                    var job = new Job(
                            event.id(),
                            event.correlationId(),
                            Turn.KIND,
                            talk.id(),
                            new Turn(talk.id(), origin, prompt, replyTo).toJson(),
                            event.time(),
                            received.countsFrom().plus(config.patience()),
                            received.traceParent(),
                            0);
                    return jobs.note(tx, job, origin.guild(), origin.member().id())
                            .chain(() -> conversations.said(tx, talk, event.time()))
                            .replaceWith(Begun.UNDER_WAY);
                }));
    }

    /** The open conversation; a new one where there is none, or where it is over and nobody noticed yet. */
    Uni<Talk> talk(Mutiny.StatelessSession tx, Event<?> event, Origin origin) {
        var user = origin.member().id();
        return conversations.lock(tx, origin.channel(), user).chain(open -> {
            if (open.isEmpty()) {
                return conversations.begin(tx, event.id(), origin.guild(), origin.channel(), user, event.time());
            }
            var talk = open.get();
            return jobs.waiting(tx, talk.id())
                    .chain(waiting -> waiting > 0 || !isIdle(talk, event.time())
                            ? Uni.createFrom().item(talk)
                            : end(tx, talk, EndReason.IDLE, talk.lastAt().plus(config.open()))
                                    .chain(() -> conversations.begin(
                                            tx, event.id(), origin.guild(), origin.channel(), user, event.time())));
        });
    }

    private boolean isIdle(Talk talk, Instant now) {
        return talk.lastAt().plus(config.open()).isBefore(now);
    }

    /** Ends a conversation; it is told and summarised soon. */
    Uni<Void> end(Mutiny.StatelessSession tx, Talk talk, EndReason reason, Instant at) {
        return conversations
                .end(tx, talk, at)
                .chain(ended -> ended
                        ? jobs.note(tx, new Ending(talk, reason, at).job(), talk.guild(), talk.user())
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }
}
