package dev.warren.memory.errors;

import dev.warren.memory.MemoryConfig;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.bot.DeadLetterEvent;
import dev.warren.schemas.bot.DeadLetterEvent.PutAside;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Notes what services put aside, and tells it in the guild's log channel: one line at a time. */
@ApplicationScoped
class DeadLetterReader implements EventHandler<DeadLetterEvent> {
    private final MemoryConfig.Errors config;
    private final InboxConsumer inbox;
    private final MemberErrors errors;
    private final SettingsView settings;
    private final InstantSource clock;

    DeadLetterReader(
            MemoryConfig config, InboxConsumer inbox, MemberErrors errors, SettingsView settings, InstantSource clock) {
        this.config = config.errors();
        this.inbox = inbox;
        this.errors = errors;
        this.settings = settings;
        this.clock = clock;
    }

    @Incoming("dead-letters")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        // what cannot be read among them is this service's own trouble, with whatever content it has
        return inbox.consume(batch, Topics.deadLettersWithContent(Service.MEMORY), this);
    }

    @Override
    public boolean concerns(Received<DeadLetterEvent> received) {
        return failure(received).isPresent();
    }

    private static Optional<Failure> failure(Received<DeadLetterEvent> received) {
        return switch (received.event().payload()) {
            case PutAside aside -> Failure.of(aside);
            case DeadLetterEvent.Unknown _ -> Optional.empty();
        };
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<DeadLetterEvent> received, Mutiny.StatelessSession tx) {
        var failure = failure(received).orElseThrow();
        var now = clock.instant();
        var row = ErrorRow.of(
                failure.guild(), failure.incident(), failure.service(), failure.what(), failure.reason(), failure.at());
        var channel = settings.at(Optional.of(failure.guild()), now)
                .text(LogChannel.KEY)
                .map(ChannelId::of);
        return errors.find(tx, row.id)
                .chain(before -> before.isPresent()
                        ? Uni.createFrom().item(List.<Outgoing<?>>of())
                        : channel.isEmpty()
                                ? errors.save(tx, row).replaceWith(List.<Outgoing<?>>of())
                                : errors.lastTold(tx, failure.guild()).chain(last -> {
                                    if (last.filter(told -> told.isAfter(now.minus(config.tellEvery())))
                                            .isPresent()) {
                                        return errors.save(tx, row).replaceWith(List.<Outgoing<?>>of());
                                    }
                                    return errors.untold(tx, failure.guild(), last.orElse(Instant.EPOCH))
                                            .call(_ -> errors.save(tx, row.told()))
                                            .map(more -> List.<Outgoing<?>>of(
                                                    line(received, failure, channel.get(), more, now)));
                                }));
    }

    private Outgoing<?> line(
            Received<DeadLetterEvent> received, Failure failure, ChannelId channel, long more, Instant now) {
        var text = "⚠️ " + failure.what() + " failed. Incident `" + failure.incident() + "`."
                + (more > 0 ? " " + more + " more since the last line." : "") + " `/errors` lists the latest.";
        return new Outgoing<>(
                Topics.REPLIES,
                received.event()
                        .causes(
                                received.event().id().derive("told"),
                                "/" + Service.MEMORY.id(),
                                now,
                                channel.toString(),
                                new PostMessage(
                                        channel,
                                        MessageBody.text(text),
                                        Optional.empty(),
                                        Optional.empty(),
                                        now.plus(config.tellWithin()))));
    }
}
