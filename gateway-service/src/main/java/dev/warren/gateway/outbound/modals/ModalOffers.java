package dev.warren.gateway.outbound.modals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.bot.Modal;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.UserId;
import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;

/** Offered modals, in Redis for as long as their button works. */
@ApplicationScoped
public class ModalOffers {
    private final Redis redis;
    private final SetArgs kept;
    private final ObjectMapper mapper = WireJson.mapper();

    ModalOffers(Redis redis, OutboundConfig config) {
        this.redis = redis;
        this.kept = SetArgs.Builder.px(config.replies().modalOffered());
    }

    /** A modal, and for whom it is. */
    public record Offer(UserId member, Modal modal) {}

    /** Keeps an offer under a key; fails as an outage while Redis is away. */
    public Uni<Void> keep(String key, Offer offer) {
        byte[] bytes;
        try {
            bytes = mapper.writeValueAsBytes(offer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an offered modal cannot be written", e);
        }
        return redis.call(commands -> commands.set(at(key), bytes, kept)).replaceWithVoid();
    }

    /** None when its time is over. */
    Uni<Optional<Offer>> find(String key) {
        return redis.call(commands -> commands.get(at(key)))
                .map(found -> Optional.ofNullable(found).map(this::read));
    }

    private Offer read(byte[] bytes) {
        try {
            return mapper.readValue(bytes, Offer.class);
        } catch (IOException e) {
            throw new IllegalStateException("an offered modal cannot be read", e);
        }
    }

    private String at(String key) {
        return redis.key("modal:" + key);
    }
}
