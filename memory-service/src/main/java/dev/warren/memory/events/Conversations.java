package dev.warren.memory.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.runtime.inbox.DenseConsumer;
import dev.warren.runtime.inbox.DenseHandler;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.schemas.conversation.ConversationEvent;
import dev.warren.schemas.conversation.ConversationEvent.FactProposed;
import dev.warren.schemas.event.EventTypes;
import dev.warren.schemas.event.Headers;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads what the AI service tells of conversations: what was said goes to the archive, a batch at once; then what is proposed to be
 * remembered goes, one by one, to the beans that handle a {@link ConversationEvent}. The offsets are stored when both are done.
 */
@ApplicationScoped
class Conversations {
    private static final String PROPOSED = EventTypes.nameOf(FactProposed.class);

    private final DenseConsumer dense;
    private final InboxConsumer inbox;
    private final DenseHandler<ConversationEvent> archive;
    private final SharedHandler<ConversationEvent> rooms;

    Conversations(
            DenseConsumer dense,
            InboxConsumer inbox,
            DenseHandler<ConversationEvent> archive,
            @Any Instance<EventHandler<ConversationEvent>> rooms) {
        this.dense = dense;
        this.inbox = inbox;
        this.archive = archive;
        this.rooms = new SharedHandler<>(rooms.stream().toList(), Conversations::isProposal);
    }

    @Incoming("conversation-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return dense.consumeAhead(batch, Topics.CONVERSATION_EVENTS, record -> !isProposal(record), archive)
                .chain(() -> inbox.consume(batch, Topics.CONVERSATION_EVENTS, rooms));
    }

    private static boolean isProposal(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader(Headers.TYPE))
                .filter(type -> PROPOSED.equals(new String(type.value(), UTF_8)))
                .isPresent();
    }
}
