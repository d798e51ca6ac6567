package dev.warren.runtime.commands;

import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads what members ask and hands it to the inbox, with this service's handlers behind it. */
@ApplicationScoped
class InteractionConsumer {
    private final InboxConsumer inbox;
    private final InteractionHandler handler;

    InteractionConsumer(InboxConsumer inbox, InteractionHandler handler) {
        this.inbox = inbox;
        this.handler = handler;
    }

    @Incoming("interactions")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return inbox.consume(batch, Topics.INTERACTIONS, handler);
    }
}
