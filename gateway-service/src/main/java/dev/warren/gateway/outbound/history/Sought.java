package dev.warren.gateway.outbound.history;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.InteractionId;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that may stand.
 *
 * @param reply whose message it would be
 * @param author the id under which it was posted: a webhook's; none for the bot's own
 * @param interaction which it answers, if it does
 * @param nonce under which it was posted, if it was
 * @param shown as it was sent
 * @param since when it was first sent, at the earliest
 */
public record Sought(
        EventId reply,
        ChannelId channel,
        Optional<String> author,
        Optional<InteractionId> interaction,
        Optional<String> nonce,
        JsonObject shown,
        Instant since) {}
