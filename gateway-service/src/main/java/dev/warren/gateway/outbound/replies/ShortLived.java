package dev.warren.gateway.outbound.replies;

import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.OutboundLoop;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.timers.Timers;
import dev.warren.runtime.trouble.Waiting;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.DeleteMessage;
import dev.warren.schemas.bot.Target;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Messages that are deleted after a while. The deletion is a reply of its own, which waits in the database until it is due. */
@ApplicationScoped
class ShortLived {
    /** For how long a deletion is tried, should Discord be away when it is due. */
    private static final Duration TRIED = Duration.ofDays(1);

    private final Timers timers;
    private final Mutiny.SessionFactory sessions;
    private final Waiting waiting;
    private final OutboundLoop loop;
    private final Discord discord;

    ShortLived(Timers timers, Mutiny.SessionFactory sessions, Waiting waiting, OutboundLoop loop, Discord discord) {
        this.timers = timers;
        this.sessions = sessions;
        this.waiting = waiting;
        this.loop = loop;
        this.discord = discord;
    }

    /** The messages of this reply are deleted when the time is over, also over a restart. Asked again, it is one deletion still. */
    Uni<Void> until(Event<?> reply, ChannelId channel, Duration stands) {
        Instant due = discord.now().plus(stands);
        var id = reply.id().derive("short-lived");
        ReplyEvent deletion = new DeleteMessage(Target.reply(channel, reply.id()), Optional.empty(), due.plus(TRIED));
        var record = new Outgoing<>(Topics.REPLIES, reply.causes(id, "/gateway", due, channel.toString(), deletion));
        return loop.apart(() -> waiting.outage(
                () -> sessions.withStatelessTransaction(tx -> timers.schedule(tx, id.value(), due, record))));
    }
}
