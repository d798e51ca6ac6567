package dev.warren.runtime.lifecycle;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.trouble.Conditions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Keeps the service from being called ready until each of its channels was told its share of the partitions for the first time; a
 * share may be empty, where there are more replicas than partitions. What consumes is not held up by it.
 *
 * <p>A group that a vanished replica still holds up would delay this by that replica's session, so after {@link
 * RuntimeConfig.Records#firstAssignment()} the channel is no longer waited for; it goes on joining.
 */
@ApplicationScoped
class FirstAssignments {
    private static final Logger LOG = Logger.getLogger(FirstAssignments.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final KafkaClientService clients;
    private final Readiness servers;
    private final Conditions conditions;
    private final RuntimeConfig config;
    private final Set<String> unassigned = ConcurrentHashMap.newKeySet();
    private volatile Optional<Every> looking = Optional.empty();

    FirstAssignments(KafkaClientService clients, Readiness servers, Conditions conditions, RuntimeConfig config) {
        this.clients = clients;
        this.servers = servers;
        this.conditions = conditions;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        unassigned.addAll(clients.getConsumerChannels());
        if (config.train() || unassigned.isEmpty()) {
            return;
        }
        unassigned.forEach(channel -> conditions.away(condition(channel), "no partitions assigned yet"));
        looking = Optional.of(Every.start("first assignments", LOOK_EVERY, this::look));
        // the patience begins when nothing else can be the reason
        servers.whenReady()
                .onItem()
                .delayIt()
                .by(config.records().firstAssignment())
                .subscribe()
                .with(_ -> giveUp(), failure -> LOG.debug("the service stops", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        looking.ifPresent(Every::close);
    }

    private Uni<Void> look() {
        return Uni.join()
                .all(unassigned.stream().map(this::look).toList())
                .andCollectFailures()
                .invoke(this::endWhenDone)
                .replaceWithVoid();
    }

    private Uni<Void> look(String channel) {
        return clients.getConsumer(channel)
                .consumerGroupMetadata()
                // known from the moment at which the partitions are, whatever their number
                .invoke(group -> {
                    if (group.generationId() >= 0) {
                        done(channel);
                    }
                })
                .replaceWithVoid();
    }

    private void done(String channel) {
        unassigned.remove(channel);
        conditions.there(condition(channel));
    }

    private void giveUp() {
        for (var channel : unassigned) {
            LOG.warnf("not waited for any longer: no partitions were assigned channel=%s", channel);
            done(channel);
        }
        endWhenDone();
    }

    private void endWhenDone() {
        if (unassigned.isEmpty()) {
            looking.ifPresent(Every::close);
        }
    }

    private static String condition(String channel) {
        return "channel " + channel;
    }
}
