package dev.warren.leveling.voice;

import dev.warren.leveling.surroundings.Surroundings;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.DenseConsumer;
import dev.warren.runtime.inbox.DenseHandler;
import dev.warren.schemas.discord.VoiceEvent;
import dev.warren.schemas.discord.VoiceEvent.VoiceStateChanged;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads voice states and stores what they earn. */
@ApplicationScoped
class VoiceConsumer implements DenseHandler<VoiceEvent> {
    private final DenseConsumer dense;
    private final VoiceMinutes minutes;
    private final Surroundings surroundings;

    VoiceConsumer(DenseConsumer dense, VoiceMinutes minutes, Surroundings surroundings) {
        this.dense = dense;
        this.minutes = minutes;
        this.surroundings = surroundings;
    }

    @Incoming("voice")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return dense.consume(batch, Topics.VOICE, this);
    }

    @Override
    public Uni<Void> store(List<Received<VoiceEvent>> batch, SqlConnection tx) {
        var guilds = new TreeMap<Long, List<VoiceState>>();
        for (var received : batch) {
            switch (received.event().payload()) {
                case VoiceStateChanged changed ->
                    guilds.computeIfAbsent(changed.guild().value(), _ -> new ArrayList<>())
                            .add(state(received.event().id(), changed));
                case VoiceEvent.Unknown _ -> {}
            }
        }
        return Multi.createFrom()
                .iterable(guilds.entrySet())
                .onItem()
                .transformToUniAndConcatenate((Map.Entry<Long, List<VoiceState>> one) ->
                        minutes.add(tx, new GuildId(one.getKey()), one.getValue()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private VoiceState state(EventId id, VoiceStateChanged changed) {
        var absent = surroundings.guild(changed.guild()).flatMap(Surroundings.Guild::absent);
        boolean heard = !changed.muted()
                && !changed.deafened()
                && !changed.selfMuted()
                && !changed.selfDeafened()
                && !changed.suppressed();
        boolean present = changed.channel().isPresent() && !changed.channel().equals(absent);
        return new VoiceState(
                id,
                VoiceState.sequence(id),
                changed.user(),
                changed.at(),
                changed.channel(),
                heard && present && !changed.bot(),
                !changed.bot(),
                VoiceState.isResync(id));
    }
}
