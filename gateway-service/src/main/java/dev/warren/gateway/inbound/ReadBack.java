package dev.warren.gateway.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warren.gateway.connection.GatewayDispatch;
import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** Publishes messages of Discord's history under the ids that they would have had live, marked as backfilled. */
@ApplicationScoped
public class ReadBack {
    private static final Logger LOG = Logger.getLogger(ReadBack.class);

    private final MessageEvents messages;
    private final EventPublisher publisher;
    private final InstantSource clock;

    ReadBack(MessageEvents messages, EventPublisher publisher, InstantSource clock) {
        this.messages = messages;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Completes when Kafka has all of them.
     *
     * @param guild of the channel, which the history does not name
     * @param history as Discord sent it, in the order in which it is to be published
     * @return how many could be understood
     */
    public Uni<Integer> publish(int shard, Optional<GuildId> guild, List<ObjectNode> history) {
        var collected = new Collected();
        int understood = 0;
        for (var message : history) {
            guild.ifPresent(id -> message.put("guild_id", id.toString()));
            understood += translate(shard, message, collected) ? 1 : 0;
        }
        int count = understood;
        return Uni.createFrom()
                .completionStage(collected::all)
                .chain(events -> publisher.publish(events, Optional.empty()))
                .replaceWith(count);
    }

    private boolean translate(int shard, JsonNode message, Collected collected) {
        try {
            messages.readBack(new Arrival(
                    new GatewayDispatch("MESSAGE_CREATE", 0, message, "", System.nanoTime()),
                    "/gateway/" + shard,
                    clock.instant(),
                    collected));
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(
                    e, "message not understood messageId=%s", message.path("id").asText());
            return false;
        }
    }

    /** Gathers the events of many messages. */
    private static final class Collected implements Arrival.Delivery {
        private final List<CompletableFuture<List<Outgoing<?>>>> parts = new ArrayList<>();

        @Override
        public void emit(Outgoing<?> event) {
            parts.add(CompletableFuture.completedFuture(List.of(event)));
        }

        @Override
        public void emitLater(CompletionStage<List<Outgoing<?>>> events) {
            parts.add(events.toCompletableFuture().exceptionally(failure -> {
                LOG.errorf(failure, "what follows from a message is lost");
                return List.of();
            }));
        }

        @Override
        public Optional<String> traceParent() {
            return Optional.empty();
        }

        CompletionStage<List<Outgoing<?>>> all() {
            return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                    .thenApply(_ -> {
                        var all = new ArrayList<Outgoing<?>>(parts.size());
                        parts.forEach(part -> all.addAll(part.join()));
                        return all;
                    });
        }
    }
}
