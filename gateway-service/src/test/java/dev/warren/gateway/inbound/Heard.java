package dev.warren.gateway.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warren.gateway.commands.Catalogues;
import dev.warren.gateway.connection.GatewayDispatch;
import dev.warren.gateway.guilds.Seen;
import dev.warren.gateway.outbound.AnswerOutcome;
import dev.warren.gateway.outbound.DirectAnswers;
import dev.warren.gateway.outbound.PendingInteraction;
import dev.warren.gateway.sessions.Seats;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.Modal;
import dev.warren.schemas.bot.OptionDescription.Choice;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A gateway without a socket and without Kafka: dispatches in, events out. */
final class Heard {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    final Catalogues known = new Catalogues();
    final List<Outgoing<?>> events = new ArrayList<>();
    final List<PendingInteraction> pending = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final List<String> answered = new ArrayList<>();
    private final MessageEvents messages;
    private final Translator translator;
    private long sequence;

    Heard() {
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(RuntimeConfig.class)
                .withDefaultValue("warren.service", "gateway")
                .build()
                .getConfigMapping(RuntimeConfig.class);
        Telling telling = (reason, correlations, details) -> told.add(reason);
        var written = new WrittenCommands(telling, config);
        var authors = new AuthorCache(1024);
        messages = new MessageEvents(
                known.guilds,
                known.seen,
                authors,
                known.identity,
                (nonce, message) -> {},
                known.prefix,
                written,
                new MissedCommands(
                        known.prefix,
                        written,
                        new AuthorLookup(known.rest, known.guilds, () -> NOW, Seen.config()),
                        telling,
                        config));
        translator = new Translator(
                messages,
                new LinkEmbeds(authors),
                new MemberEvents(known.seen),
                new ReactionEvents(),
                new VoiceEvents(new Seats()),
                new GuildEvents(known.guilds, known.identity),
                new InteractionEvents(
                        known.slash,
                        pending::add,
                        new Direct(),
                        (interaction, id, member) -> answer("modal " + id),
                        known.seen,
                        telling,
                        Seen.config()),
                known.served);
    }

    Translator translator() {
        return translator;
    }

    /** Answers that the gateway gives by itself end in {@link #answered}. */
    DirectAnswers direct() {
        return new Direct();
    }

    /** The events that came of this dispatch. */
    List<Outgoing<?>> hear(String type, JsonNode data) {
        int before = events.size();
        translator.translate(new Arrival(
                new GatewayDispatch(type, ++sequence, data, "session", 0), "/gateway/0", NOW, new Recording()));
        return List.copyOf(events.subList(before, events.size()));
    }

    /** The events that came of a message in Discord's history. */
    List<Outgoing<?>> readBack(JsonNode message) {
        int before = events.size();
        messages.readBack(new Arrival(
                new GatewayDispatch("MESSAGE_CREATE", 0, message, "", 0), "/gateway/0", NOW, new Recording()));
        return List.copyOf(events.subList(before, events.size()));
    }

    /** The payloads that came of this dispatch. */
    List<Object> payloads(String type, JsonNode data) {
        return hear(type, data).stream()
                .<Object>map(outgoing -> outgoing.event().payload())
                .toList();
    }

    /** A dispatch as Discord documents it, from the test resources. */
    static ObjectNode document(String name) {
        try (var file = Heard.class.getResourceAsStream("/discord/" + name + ".json")) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletionStage<AnswerOutcome> answer(String what) {
        answered.add(what);
        return CompletableFuture.completedFuture(new AnswerOutcome.Answered(List.of()));
    }

    private final class Recording implements Arrival.Delivery {
        @Override
        public void emit(Outgoing<?> event) {
            events.add(event);
        }

        @Override
        public void emitLater(CompletionStage<List<Outgoing<?>>> later) {
            events.addAll(later.toCompletableFuture().join());
        }

        @Override
        public Optional<String> traceParent() {
            return Optional.empty();
        }
    }

    private final class Direct implements DirectAnswers {
        @Override
        public CompletionStage<AnswerOutcome> ephemeral(PendingInteraction interaction, MessageBody body) {
            return answer(body.content());
        }

        @Override
        public CompletionStage<AnswerOutcome> message(PendingInteraction interaction, MessageBody body) {
            return answer(body.content());
        }

        @Override
        public CompletionStage<AnswerOutcome> modal(PendingInteraction interaction, Modal modal) {
            return answer(modal.title());
        }

        @Override
        public CompletionStage<AnswerOutcome> choices(PendingInteraction interaction, List<Choice> choices) {
            return answer("choices " + choices.size());
        }
    }
}
