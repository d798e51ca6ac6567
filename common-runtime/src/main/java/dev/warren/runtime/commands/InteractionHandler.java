package dev.warren.runtime.commands;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.runtime.trouble.Decisions;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.InteractionEvent.ModalSubmitted;
import dev.warren.schemas.topics.Service;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the handler of what a member asked, judges its age, and turns the outcome into events. */
@ApplicationScoped
class InteractionHandler implements EventHandler<InteractionEvent> {
    private final Service service;
    private final Duration maxAge;
    private final Handlers handlers;
    private final Answers answers;
    private final SettingsView settings;
    private final Decisions decisions;
    private final InstantSource clock;
    private final MeterRegistry meters;

    InteractionHandler(
            RuntimeConfig config,
            Handlers handlers,
            Answers answers,
            SettingsView settings,
            Decisions decisions,
            InstantSource clock,
            MeterRegistry meters) {
        this.service = config.service();
        this.maxAge = config.commands().maxAge();
        this.handlers = handlers;
        this.answers = answers;
        this.settings = settings;
        this.decisions = decisions;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public boolean concerns(Received<InteractionEvent> received) {
        return switch (received.event().payload()) {
            case CommandInvoked invoked -> invoked.service().equals(service.id());
            case AutocompleteRequested requested -> requested.service().equals(service.id());
            case ComponentUsed used -> isOurs(used.customId());
            case ModalSubmitted submitted -> isOurs(submitted.customId());
            case InteractionEvent.Unknown _ -> false;
        };
    }

    private boolean isOurs(String customId) {
        return customId.startsWith(service.id() + ":");
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<InteractionEvent> received, Mutiny.StatelessSession tx) {
        var payload = received.event().payload();
        var age = Duration.between(received.countsFrom(), clock.instant());
        if (age.compareTo(maxAge) > 0) {
            return Uni.createFrom().item(stale(received, age));
        }
        var timer = Timer.start();
        return outcome(received, payload, tx)
                .invoke(done -> timer.stop(meters.timer("warren.commands", "command", handlers.nameOf(payload))));
    }

    private Uni<List<Outgoing<?>>> outcome(
            Received<InteractionEvent> received, InteractionEvent payload, Mutiny.StatelessSession tx) {
        return switch (payload) {
            case CommandInvoked invoked ->
                handlers.command(invoked)
                        .handle(call(received.with(invoked)), tx)
                        .map(outcome -> events(received, outcome));
            case ComponentUsed used -> {
                var id = id(used.customId());
                yield handlers.component(id)
                        .handle(call(received.with(used)), id, tx)
                        .map(outcome -> events(received, outcome));
            }
            case ModalSubmitted submitted -> {
                var id = id(submitted.customId());
                yield handlers.modal(id)
                        .handle(call(received.with(submitted)), id, tx)
                        .map(outcome -> events(received, outcome));
            }
            case AutocompleteRequested requested ->
                handlers.completion(requested)
                        .complete(
                                requested,
                                settings.at(
                                        requested.origin().guild(),
                                        received.event().time()))
                        .map(choices -> List.of(answers.choices(received.event(), requested.origin(), choices)));
            case InteractionEvent.Unknown unknown ->
                throw new IllegalStateException("an unknown interaction concerns nobody: " + unknown.type());
        };
    }

    private <P extends InteractionEvent> Call<P> call(Received<P> received) {
        var event = received.event();
        return new Call<>(
                received,
                settings.at(event.payload().origin().guild(), event.time()),
                clock.instant(),
                "/" + service.id());
    }

    private static CustomId id(String text) {
        return CustomId.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("customId must be service:handler:…: " + text));
    }

    private List<Outgoing<?>> events(Received<InteractionEvent> received, Outcome outcome) {
        for (var answer : outcome.answers()) {
            if (answer instanceof Answer.Refusal(var reason, var _, var details)) {
                decisions.tell(reason, List.of(received.event().correlationId()), details);
            }
        }
        var events = new ArrayList<Outgoing<?>>(
                answers.toEvents(received.event(), received.event().payload().origin(), outcome.answers()));
        events.addAll(outcome.events());
        return events;
    }

    private List<Outgoing<?>> stale(Received<InteractionEvent> received, Duration age) {
        var seconds = Map.of("ageSeconds", String.valueOf(age.toSeconds()));
        return events(
                received,
                Outcome.of(new Answer.Refusal("stale", "I was away. Please ask again.", new HashMap<>(seconds))));
    }

    @Override
    public List<Outgoing<?>> givenUp(Received<InteractionEvent> received, String incident) {
        return events(
                received, Outcome.refused("failed", "Something went wrong on my side. Incident `" + incident + "`."));
    }
}
