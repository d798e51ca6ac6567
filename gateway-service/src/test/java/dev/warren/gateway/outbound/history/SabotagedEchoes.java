package dev.warren.gateway.outbound.history;

import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.promises.Protection;
import dev.warren.gateway.promises.Sabotage;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.ids.MessageId;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** Echoes that may not be heard. */
@Alternative
@Singleton
public class SabotagedEchoes extends NonceEchoes {
    private final Sabotage sabotage;

    SabotagedEchoes(Redis redis, OutboundConfig config, Sabotage sabotage) {
        super(redis, config);
        this.sabotage = sabotage;
    }

    @Override
    public void heard(String nonce, MessageId message) {
        if (!sabotage.isAway(Protection.ECHO)) {
            super.heard(nonce, message);
        }
    }
}
