package dev.warren.gateway.outbound.replies;

import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.Intake;
import dev.warren.gateway.outbound.sending.Kept;
import dev.warren.gateway.outbound.sending.OutboundLoop;
import dev.warren.gateway.outbound.sending.Window;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.trouble.Decisions;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.StartTyping;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Takes replies from their topic. Those of one channel are done in order, those of different ones side by side; a limited channel parks its
 * own. What is parked is not acknowledged, so a restart finds it again in Kafka, and receipts tell what of it was done.
 */
@ApplicationScoped
class RepliesConsumer {
    private final Intake intake;
    private final ReplyWork work;
    private final PausedPosting paused;
    private final Discord discord;
    private final Decisions decisions;
    private final OutboundLoop loop;
    private final MeterRegistry meters;
    private final Window window;
    private final int parkedInChannel;
    private final Map<String, ChannelQueue> channels = new HashMap<>();

    RepliesConsumer(
            Intake intake,
            ReplyWork work,
            PausedPosting paused,
            Discord discord,
            Decisions decisions,
            OutboundLoop loop,
            MeterRegistry meters,
            OutboundConfig config) {
        this.intake = intake;
        this.work = work;
        this.paused = paused;
        this.discord = discord;
        this.decisions = decisions;
        this.loop = loop;
        this.meters = meters;
        this.window = new Window(config.replies().parked());
        this.parkedInChannel = config.replies().parkedInChannel();
        Gauge.builder("warren.replies.parked", window, Window::taken)
                .description("Replies that wait for their channel or are being done")
                .register(meters);
    }

    @Incoming("replies")
    Uni<Void> consume(Message<byte[]> message) {
        return intake.take(message, Topics.REPLIES, window, this::begin);
    }

    private Uni<Void> begin(Received<ReplyEvent> received, Kept<ReplyEvent> kept) {
        var parked = new CompletableFuture<Void>();
        loop.execute(() -> park(received.event(), kept, parked));
        return Uni.createFrom().completionStage(parked);
    }

    private void park(Event<ReplyEvent> event, Kept<ReplyEvent> kept, CompletableFuture<Void> done) {
        ChannelQueue channel = channels.computeIfAbsent(event.subject(), any -> new ChannelQueue());
        if (event.payload() instanceof StartTyping && channel.needsNoTyping()) {
            coalesced("typing");
            done.complete(null);
        } else if (channel.coalesced(event.payload(), kept, done)) {
            coalesced("edit");
        } else if (channel.size() >= parkedInChannel && !discord.isAway() && !paused.everywhere()) {
            // While Discord is away the window over all channels bounds what waits, and Kafka keeps the rest.
            decisions.tell("channel-overloaded", List.of(event.correlationId()), Map.of("channelId", event.subject()));
            work.refused(event, "too many replies wait for the channel")
                    .subscribe()
                    .with(refused -> done.complete(null), done::completeExceptionally);
        } else {
            channel.add(event.payload(), kept, done);
            next(event.subject(), channel);
        }
    }

    private void coalesced(String what) {
        meters.counter("warren.replies.coalesced", "kind", what).increment();
    }

    private void next(String key, ChannelQueue channel) {
        channel.begin().ifPresentOrElse(entry -> run(key, channel, entry), () -> {
            if (channel.isIdle()) {
                channels.remove(key, channel);
            }
        });
    }

    private void run(String key, ChannelQueue channel, ChannelQueue.Entry entry) {
        Uni.createFrom()
                .deferred(() -> {
                    var event = entry.event();
                    return paused.passed(event).chain(() -> work.run(event)).chain(() -> superseded(entry, event));
                })
                .emitOn(loop)
                .subscribe()
                .with(
                        done -> {
                            entry.ended();
                            ended(key, channel);
                        },
                        failure -> {
                            entry.failed(failure);
                            ended(key, channel);
                        });
    }

    private Uni<Void> superseded(ChannelQueue.Entry entry, Event<ReplyEvent> newest) {
        return entry.superseded().isEmpty()
                ? Uni.createFrom().voidItem()
                : Multi.createFrom()
                        .iterable(entry.superseded())
                        .onItem()
                        .transformToUniAndConcatenate(
                                older -> work.superseded(older.read().event(), newest.id()))
                        .collect()
                        .last()
                        .replaceWithVoid();
    }

    private void ended(String key, ChannelQueue channel) {
        loop.later(() -> {
            channel.end();
            next(key, channel);
        });
    }
}
