package dev.warren.embed.unfolding;

import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.schemas.discord.MessageEvent;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.discord.MessageEvent.MessageDeleted;
import dev.warren.schemas.discord.MessageEvent.MessageEdited;
import dev.warren.schemas.discord.MessageEvent.MessageUnfolded;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads messages of guilds. Bots, webhooks and commands show no links of theirs. */
@ApplicationScoped
class MessageConsumer implements EventHandler<MessageEvent> {
    private static final String LINK = "://";

    private final InboxConsumer inbox;
    private final Following following;

    MessageConsumer(InboxConsumer inbox, Following following) {
        this.inbox = inbox;
        this.following = following;
    }

    @Incoming("messages")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return inbox.consume(batch, Topics.MESSAGES, this);
    }

    @Override
    public boolean concerns(Received<MessageEvent> received) {
        return switch (received.event().payload()) {
            case MessageCreated created ->
                created.guild().isPresent()
                        && !created.author().bot()
                        && !created.webhook()
                        && created.command().isEmpty()
                        && created.content().contains(LINK);
            case MessageEdited edited -> edited.guild().isPresent();
            case MessageDeleted deleted -> deleted.guild().isPresent();
            case MessageUnfolded unfolded -> unfolded.guild().isPresent();
            case MessageEvent.Unknown _ -> false;
        };
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<MessageEvent> received, Mutiny.StatelessSession tx) {
        var event = received.event();
        return switch (event.payload()) {
            case MessageCreated created -> following.written(tx, event, created);
            case MessageEdited edited -> following.edited(tx, event, edited);
            case MessageDeleted deleted -> following.deleted(tx, event, deleted);
            case MessageUnfolded unfolded -> following.unfolded(tx, event, unfolded);
            case MessageEvent.Unknown(var type) -> throw new IllegalStateException("this concerns no links: " + type);
        };
    }
}
