package dev.warren.memory.settings;

import dev.warren.memory.settings.ChangeOutcome.AlreadySo;
import dev.warren.memory.settings.ChangeOutcome.Changed;
import dev.warren.memory.settings.ChangeOutcome.Refused;
import dev.warren.runtime.commands.Answer;
import dev.warren.runtime.commands.Answers;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.runtime.trouble.Decisions;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.SettingsRequestEvent;
import dev.warren.schemas.bot.SettingsRequestEvent.ChangeSettings;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Changes of settings that commands of other services ask for. */
@ApplicationScoped
class SettingsRequests implements EventHandler<SettingsRequestEvent> {
    private final InboxConsumer inbox;
    private final Settings settings;
    private final SettingsPage page;
    private final Answers answers;
    private final Decisions decisions;
    private final InstantSource clock;

    SettingsRequests(
            InboxConsumer inbox,
            Settings settings,
            SettingsPage page,
            Answers answers,
            Decisions decisions,
            InstantSource clock) {
        this.inbox = inbox;
        this.settings = settings;
        this.page = page;
        this.answers = answers;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Incoming("settings-requests")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return inbox.consume(batch, Topics.SETTINGS_REQUESTS, this);
    }

    @Override
    public boolean concerns(Received<SettingsRequestEvent> received) {
        return switch (received.event().payload()) {
            case ChangeSettings _ -> true;
            case SettingsRequestEvent.Unknown _ -> false;
        };
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<SettingsRequestEvent> received, Mutiny.StatelessSession tx) {
        return switch (received.event().payload()) {
            case ChangeSettings wish ->
                settings.change(
                                tx,
                                wish.guild(),
                                wish.changes(),
                                wish.origin().member().id(),
                                true,
                                clock.instant())
                        .map(outcome -> events(received, wish, outcome));
            case SettingsRequestEvent.Unknown unknown ->
                throw new IllegalStateException("an unknown request concerns nobody: " + unknown.type());
        };
    }

    private List<Outgoing<?>> events(
            Received<SettingsRequestEvent> received, ChangeSettings wish, ChangeOutcome outcome) {
        var events = new ArrayList<Outgoing<?>>();
        var answer = switch (outcome) {
            case Changed(var version) -> {
                events.addAll(SettingsEvents.of(received.event(), version));
                yield said(wish.confirmation().orElseGet(() -> page.changed(version)));
            }
            case AlreadySo _ -> said(wish.confirmation().orElse("It is so already; nothing has changed."));
            case Refused(var why) -> {
                decisions.tell("wrong-setting", List.of(received.event().correlationId()), Map.of());
                yield new Answer.Refusal("wrong-setting", String.join("\n", why), Map.of());
            }
        };
        events.addAll(answers.toEvents(received.event(), wish.origin(), List.of(answer)));
        return events;
    }

    private static Answer said(String text) {
        return new Answer.Message(MessageBody.text(text), true);
    }
}
