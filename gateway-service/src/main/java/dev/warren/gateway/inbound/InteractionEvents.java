package dev.warren.gateway.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.gateway.GatewayConfig;
import dev.warren.gateway.commands.SlashCommands;
import dev.warren.gateway.commands.Verdict;
import dev.warren.gateway.guilds.LatelySeen;
import dev.warren.gateway.outbound.CarriedId;
import dev.warren.gateway.outbound.DirectAnswers;
import dev.warren.gateway.outbound.InteractionToken;
import dev.warren.gateway.outbound.OfferedModals;
import dev.warren.gateway.outbound.PendingInteraction;
import dev.warren.gateway.outbound.PendingInteraction.Kind;
import dev.warren.gateway.outbound.PendingInteractions;
import dev.warren.gateway.wire.Members;
import dev.warren.gateway.wire.Nodes;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.InteractionEvent.ModalSubmitted;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.ids.ApplicationId;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What members do with the bot's own interface: commands, components, modals, completions. Each is noted as pending before it is
 * published, so that its answer finds the way back; what is refused here is answered here.
 */
@ApplicationScoped
class InteractionEvents {
    private final SlashCommands commands;
    private final PendingInteractions pending;
    private final DirectAnswers direct;
    private final OfferedModals modals;
    private final LatelySeen seen;
    private final Telling decisions;
    private final Duration maxAge;

    InteractionEvents(
            SlashCommands commands,
            PendingInteractions pending,
            DirectAnswers direct,
            OfferedModals modals,
            LatelySeen seen,
            Telling decisions,
            GatewayConfig config) {
        this.commands = commands;
        this.pending = pending;
        this.direct = direct;
        this.modals = modals;
        this.seen = seen;
        this.decisions = decisions;
        this.maxAge = config.inbound().interactionAge();
    }

    void created(Arrival arrival) {
        var data = arrival.data();
        var kind = Kind.ofType(Nodes.number(data, "type"));
        if (kind.isEmpty()) {
            return;
        }
        var id = Nodes.requiredId(data, "id", InteractionId::of);
        var age = Duration.between(id.createdAt(), arrival.at());
        if (age.compareTo(maxAge) > 0) {
            decisions.tell(
                    "interaction-too-old",
                    List.of(EventId.interaction(id)),
                    Map.of("ageMillis", String.valueOf(age.toMillis())));
            return;
        }
        var origin = origin(data, id);
        origin.guild().ifPresent(guild -> seen.saw(guild, origin.member()));
        var use = new Use(arrival, id, kind.get(), origin);
        switch (kind.get()) {
            case COMMAND -> command(use);
            case COMPONENT -> component(use);
            case COMPLETION -> completion(use);
            case MODAL -> modal(use);
        }
    }

    /** One interaction under way. */
    private record Use(Arrival arrival, InteractionId id, Kind kind, Origin origin) {
        JsonNode data() {
            return arrival.data();
        }

        PendingInteraction expecting(AnswerKind answer) {
            return new PendingInteraction(
                    id,
                    new InteractionToken(data().path("token").asText()),
                    Nodes.requiredId(data(), "application_id", ApplicationId::of),
                    kind,
                    answer,
                    arrival.at());
        }
    }

    private void command(Use use) {
        var called = commands.called(use.data(), use.origin(), use.id().createdAt());
        use.arrival().emitLater(called.verdict().thenApply(verdict -> switch (verdict) {
            case Verdict.Invoke(var invoked) -> {
                pending.received(use.expecting(called.expected()));
                yield List.of(outgoing(use, invoked));
            }
            case Verdict.Refuse(var reason, var text, var details) -> {
                decisions.tell(reason, List.of(EventId.interaction(use.id())), details);
                direct.ephemeral(use.expecting(AnswerKind.EPHEMERAL), MessageBody.text(text));
                yield List.<Outgoing<?>>of();
            }
            case Verdict.Pass(var reason, var _) ->
                throw new IllegalStateException("an interaction must be answered: " + reason);
        }));
    }

    private void component(Use use) {
        var carried = CarriedId.read(use.data().path("data").path("custom_id").asText());
        var interaction = use.expecting(carried.answer());
        if (OfferedModals.concerns(carried.customId())) {
            modals.pressed(
                    interaction, carried.customId(), use.origin().member().id());
            return;
        }
        var values = new ArrayList<String>();
        use.data().path("data").path("values").forEach(value -> values.add(value.asText()));
        publish(
                use,
                interaction,
                new ComponentUsed(
                        use.origin(), carried.customId(), values, use.id().createdAt()));
    }

    private void modal(Use use) {
        var carried = CarriedId.read(use.data().path("data").path("custom_id").asText());
        publish(
                use,
                use.expecting(carried.answer()),
                new ModalSubmitted(
                        use.origin(),
                        carried.customId(),
                        fields(use.data().path("data").path("components")),
                        use.id().createdAt()));
    }

    /** A completion that nobody announced gets no choices, since silence shows as an error. */
    private void completion(Use use) {
        var interaction = use.expecting(AnswerKind.EPHEMERAL);
        var requested = commands.completion(use.data(), use.origin(), use.id().createdAt());
        if (requested.isPresent()) {
            publish(use, interaction, requested.get());
        } else {
            direct.choices(interaction, List.of());
        }
    }

    private void publish(Use use, PendingInteraction interaction, InteractionEvent payload) {
        pending.received(interaction);
        var outgoing = outgoing(use, payload);
        use.arrival().emit(outgoing.topic(), outgoing.event());
    }

    private static Outgoing<InteractionEvent> outgoing(Use use, InteractionEvent payload) {
        var key = Keys.member(use.origin().guild(), use.origin().member().id());
        return new Outgoing<>(
                Topics.INTERACTIONS,
                use.arrival().event(EventId.interaction(use.id()), use.id().createdAt(), key, payload));
    }

    private static Origin origin(JsonNode data, InteractionId id) {
        var guild = Nodes.id(data, "guild_id", GuildId::of);
        var member = Nodes.child(data, "member").map(Members::member).orElseGet(() -> Members.user(data.path("user")));
        return new Origin(
                Optional.of(id),
                Nodes.child(data, "message").flatMap(message -> Nodes.id(message, "id", MessageId::of)),
                guild,
                Nodes.requiredId(data, "channel_id", ChannelId::of),
                member,
                Nodes.text(data, "locale"));
    }

    /** The texts of a modal, whether its inputs stand in rows, as of old, or under labels. */
    private static Map<String, String> fields(JsonNode components) {
        var fields = new HashMap<String, String>();
        for (var component : components) {
            component.path("components").forEach(input -> add(fields, input));
            add(fields, component.path("component"));
        }
        return fields;
    }

    private static void add(Map<String, String> fields, JsonNode input) {
        Nodes.text(input, "custom_id")
                .ifPresent(id -> fields.put(id, input.path("value").asText()));
    }
}
