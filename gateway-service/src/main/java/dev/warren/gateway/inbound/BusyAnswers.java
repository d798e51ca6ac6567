package dev.warren.gateway.inbound;

import dev.warren.gateway.GatewayConfig;
import dev.warren.gateway.connection.GatewayDispatch;
import dev.warren.gateway.outbound.DirectAnswers;
import dev.warren.gateway.outbound.InteractionToken;
import dev.warren.gateway.outbound.PendingInteraction;
import dev.warren.gateway.outbound.PendingInteraction.Kind;
import dev.warren.gateway.wire.Nodes;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.ids.ApplicationId;
import dev.warren.schemas.ids.InteractionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Answers interactions that no service would hear of in time. They are not published: what was answered so does not happen later. Waits
 * for nothing.
 */
@ApplicationScoped
class BusyAnswers {
    private static final Logger LOG = Logger.getLogger(BusyAnswers.class);
    private static final MessageBody BUSY = MessageBody.text("I am busy right now. Please try again in a minute.");

    private final DirectAnswers direct;
    private final Duration maxAge;

    BusyAnswers(DirectAnswers direct, GatewayConfig config) {
        this.direct = direct;
        this.maxAge = config.inbound().interactionAge();
    }

    void answer(GatewayDispatch dispatch, Instant now) {
        try {
            var data = dispatch.data();
            var kind = Kind.ofType(Nodes.number(data, "type"));
            var id = Nodes.requiredId(data, "id", InteractionId::of);
            if (kind.isPresent() && Duration.between(id.createdAt(), now).compareTo(maxAge) <= 0) {
                answer(new PendingInteraction(
                        id,
                        new InteractionToken(data.path("token").asText()),
                        Nodes.requiredId(data, "application_id", ApplicationId::of),
                        kind.get(),
                        AnswerKind.EPHEMERAL,
                        now));
            }
        } catch (IllegalArgumentException e) {
            LOG.errorf(e, "interaction not understood sequence=%d", dispatch.sequence());
        }
    }

    private void answer(PendingInteraction interaction) {
        if (interaction.kind() == Kind.COMPLETION) {
            direct.choices(interaction, List.of());
        } else {
            direct.ephemeral(interaction, BUSY);
        }
    }
}
