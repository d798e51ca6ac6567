package dev.warren.gateway.outbound.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.gateway.outbound.Echoes;
import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.ids.MessageId;
import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** In Redis, since the instance that hears a message need not be the one that posted it. An echo that is lost there costs a look at the channel. */
@ApplicationScoped
class NonceEchoes implements Echoes {
    private static final Logger LOG = Logger.getLogger(NonceEchoes.class);

    private final Redis redis;
    private final SetArgs kept;

    NonceEchoes(Redis redis, OutboundConfig config) {
        this.redis = redis;
        this.kept = SetArgs.Builder.px(config.replies().echoKept());
    }

    @Override
    public void heard(String nonce, MessageId message) {
        redis.call(commands -> commands.set(key(nonce), message.toString().getBytes(UTF_8), kept))
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("echo not noted messageId=%s", message));
    }

    /** The message that was posted under a nonce, if its echo was heard; none while Redis is away. */
    Uni<Optional<MessageId>> messageOf(String nonce) {
        return redis.call(commands -> commands.get(key(nonce)))
                .map(found -> Optional.ofNullable(found).map(bytes -> MessageId.of(new String(bytes, UTF_8))))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private String key(String nonce) {
        return redis.key("echo:" + nonce);
    }
}
