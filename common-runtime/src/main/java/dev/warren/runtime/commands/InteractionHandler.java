package dev.warren.runtime.commands;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.Addressee;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the handler of what a member asked, judges its age, and turns the outcome into events. */
@ApplicationScoped
class InteractionHandler implements EventHandler<InteractionEvent> {
    /** Discord waits 3 s for choices; after that nobody looks. */
    private static final Duration COMPLETION_MAX_AGE = Duration.ofSeconds(3);

    private final Service service;
    private final Duration maxAge;
    private final Duration preparation;
    private final Handlers handlers;
    private final Answers answers;
    private final SettingsView settings;
    private final Decisions decisions;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

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
        this.preparation = config.commands().preparation();
        this.handlers = handlers;
        this.answers = answers;
        this.settings = settings;
        this.decisions = decisions;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public boolean mayConcern(ConsumerRecord<String, byte[]> record) {
        return Addressee.of(record).map(service.id()::equals).orElse(true);
    }

    @Override
    public boolean concerns(Received<InteractionEvent> received) {
        return Addressee.of(received.event().payload())
                .filter(service.id()::equals)
                .isPresent();
    }

    @Override
    public Uni<Void> prepare(List<Received<InteractionEvent>> batch) {
        var preparing = batch.stream()
                .filter(received -> !isStale(received))
                .flatMap(received -> received.event().payload() instanceof CommandInvoked invoked
                        ? Stream.of(handlers.command(invoked).prepare(call(received.with(invoked))))
                        : Stream.<Uni<Void>>empty())
                .toList();
        if (preparing.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.join()
                .all(preparing)
                .andCollectFailures()
                .replaceWithVoid()
                .ifNoItem()
                .after(preparation)
                .recoverWithUni(() -> Uni.createFrom().voidItem());
    }

    private boolean isStale(Received<InteractionEvent> received) {
        return Duration.between(received.countsFrom(), clock.instant()).compareTo(maxAge) > 0;
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<InteractionEvent> received, Mutiny.StatelessSession tx) {
        var payload = received.event().payload();
        var started = clock.instant();
        var age = Duration.between(received.countsFrom(), started);
        var outcome = age.compareTo(maxAge) > 0
                ? Uni.createFrom().item(stale(age))
                : Uni.createFrom().deferred(() -> outcome(received, payload, tx));
        return outcome.onItem()
                .invoke(done -> measure(payload, outcomeName(done), started))
                .onFailure()
                .invoke(failure -> measure(payload, "failed", started))
                .map(done -> events(received, done));
    }

    private Uni<Outcome> outcome(
            Received<InteractionEvent> received, InteractionEvent payload, Mutiny.StatelessSession tx) {
        return switch (payload) {
            case CommandInvoked invoked -> handlers.command(invoked).handle(call(received.with(invoked)), tx);
            case ComponentUsed used -> {
                var id = id(used.customId());
                yield handlers.component(id).handle(call(received.with(used)), id, tx);
            }
            case ModalSubmitted submitted -> {
                var id = id(submitted.customId());
                yield handlers.modal(id).handle(call(received.with(submitted)), id, tx);
            }
            case AutocompleteRequested _, InteractionEvent.Unknown _ ->
                throw new IllegalStateException(
                        "this has no effect: " + received.event().id());
        };
    }

    @Override
    public boolean isLight(Received<InteractionEvent> received) {
        return received.event().payload() instanceof AutocompleteRequested;
    }

    @Override
    public Uni<List<Outgoing<?>>> light(Received<InteractionEvent> received) {
        if (!(received.event().payload() instanceof AutocompleteRequested requested)) {
            return Uni.createFrom().item(List.of());
        }
        var started = clock.instant();
        var event = received.event();
        if (Duration.between(received.countsFrom(), started).compareTo(COMPLETION_MAX_AGE) > 0) {
            return Uni.createFrom().item(List.of());
        }
        return handlers.completion(requested)
                .complete(requested, settings.at(requested.origin().guild(), event.time()))
                .invoke(() -> measure(requested, "done", started))
                .map(choices -> List.of(answers.choices(event, requested.origin(), choices)));
    }

    @Override
    public String name(Received<InteractionEvent> received) {
        return handlers.nameOf(received.event().payload());
    }

    private void measure(InteractionEvent payload, String outcome, Instant started) {
        var name = handlers.nameOf(payload);
        timers.computeIfAbsent(
                        name + " " + outcome,
                        _ -> Timer.builder("warren.commands")
                                .description("how long handlers take")
                                .tag("command", name)
                                .tag("outcome", outcome)
                                .publishPercentileHistogram()
                                .minimumExpectedValue(Duration.ofMillis(1))
                                .maximumExpectedValue(Duration.ofSeconds(10))
                                .register(meters))
                .record(Duration.between(started, clock.instant()));
    }

    private static String outcomeName(Outcome outcome) {
        return outcome.answers().stream()
                .flatMap(answer -> answer instanceof Answer.Refusal(var reason, var _, var _)
                        ? Stream.of(reason)
                        : Stream.<String>empty())
                .findFirst()
                .orElse("done");
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

    private static Outcome stale(Duration age) {
        var seconds = Map.of("ageSeconds", String.valueOf(age.toSeconds()));
        return Outcome.of(new Answer.Refusal("stale", "I was away. Please ask again.", seconds));
    }

    @Override
    public List<Outgoing<?>> givenUp(Received<InteractionEvent> received, String incident) {
        return events(
                received, Outcome.refused("failed", "Something went wrong on my side. Incident `" + incident + "`."));
    }
}
