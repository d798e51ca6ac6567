package dev.warren.gateway.outbound.actions;

import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.outbound.sending.Intake;
import dev.warren.gateway.outbound.sending.Lanes;
import dev.warren.gateway.outbound.sending.OutboundLoop;
import dev.warren.gateway.outbound.sending.Window;
import dev.warren.runtime.events.Received;
import dev.warren.schemas.bot.ActionEvent;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Takes actions from their topic: those on one member in order, those on different ones side by side. */
@ApplicationScoped
class ActionsConsumer {
    private final Intake intake;
    private final ActionWork work;
    private final OutboundLoop loop;
    private final Window window;
    private final Lanes<String> lanes;

    ActionsConsumer(Intake intake, ActionWork work, OutboundLoop loop, OutboundConfig config) {
        this.intake = intake;
        this.work = work;
        this.loop = loop;
        this.window = new Window(config.actions().underWay());
        this.lanes = new Lanes<>(loop::later);
    }

    @Incoming("actions")
    Uni<Void> consume(Message<byte[]> message) {
        return intake.take(message, Topics.ACTIONS, window, this::begin);
    }

    private Uni<Void> begin(Received<ActionEvent> received) {
        var event = received.event();
        return lanes.added(event.subject(), loop, () -> work.run(event));
    }
}
