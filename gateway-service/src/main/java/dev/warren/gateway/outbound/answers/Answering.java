package dev.warren.gateway.outbound.answers;

import dev.warren.gateway.outbound.AnswerOutcome;
import dev.warren.gateway.outbound.AnswerOutcome.Answered;
import dev.warren.gateway.outbound.AnswerOutcome.Refused;
import dev.warren.gateway.outbound.AnswerOutcome.TooLate;
import dev.warren.gateway.outbound.AnswerOutcome.Unclear;
import dev.warren.gateway.outbound.PendingInteraction.Kind;
import dev.warren.gateway.outbound.answers.Callbacks.Sent;
import dev.warren.gateway.outbound.answers.Standing.Deferred;
import dev.warren.gateway.outbound.answers.Standing.Open;
import dev.warren.gateway.outbound.answers.Standing.Over;
import dev.warren.gateway.outbound.rendering.ModalForm;
import dev.warren.gateway.outbound.rendering.Rendering;
import dev.warren.gateway.outbound.rendering.Rendering.Impossible;
import dev.warren.gateway.outbound.rendering.Rendering.Part;
import dev.warren.gateway.outbound.rendering.Rendering.Ready;
import dev.warren.gateway.outbound.sending.Refusals;
import dev.warren.gateway.outbound.sending.Renderer;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.Modal;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.ids.MessageId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Brings an answer to where its interaction stands: as first response, into a deferred one, or behind one that was given. Discord alone
 * decides who was first.
 */
@ApplicationScoped
class Answering {
    private final Callbacks callbacks;
    private final FollowUps followUps;
    private final Sources sources;
    private final Conversations conversations;
    private final Renderer renderer;
    private final FirstResponses firstResponses;

    Answering(
            Callbacks callbacks,
            FollowUps followUps,
            Sources sources,
            Conversations conversations,
            Renderer renderer,
            FirstResponses firstResponses) {
        this.callbacks = callbacks;
        this.followUps = followUps;
        this.sources = sources;
        this.conversations = conversations;
        this.renderer = renderer;
        this.firstResponses = firstResponses;
    }

    /** A message: the first one answers, each further one follows up. */
    Uni<AnswerOutcome> message(Turn turn, MessageBody body, boolean ephemeral) {
        return renderer.creation(body).chain(rendering -> ready(rendering, parts -> message(turn, parts, ephemeral)));
    }

    private Uni<AnswerOutcome> message(Turn turn, List<Part> parts, boolean ephemeral) {
        Part first = parts.getFirst();
        return switch (turn.conversation().standing()) {
            case Open _ -> {
                JsonObject data = Callbacks.shown(first.json(), ephemeral);
                yield respond(
                        turn,
                        Callbacks.MESSAGE,
                        data,
                        Optional.of(first),
                        message -> followUps.send(turn, rest(parts), ephemeral, message),
                        () -> message(turn, parts, ephemeral));
            }
            case Deferred(var as)
            when as == AnswerKind.UPDATE -> {
                conversations.stands(turn.conversation(), new Standing.Answered(turn.id(), true));
                yield followUps.send(turn, parts, ephemeral, List.of());
            }
            case Deferred(var as) when as == AnswerKind.PUBLIC && ephemeral -> narrowed(turn, parts);
            case Deferred _ -> edit(turn, first, () -> followUps.send(turn, rest(parts), ephemeral, List.of()));
            case Standing.Answered(var by, var _)
            when by.equals(turn.id()) ->
                edit(turn, first, () -> followUps.send(turn, rest(parts), ephemeral, List.of()));
            case Standing.Answered _ -> followUps.send(turn, parts, ephemeral, List.of());
            case Over _ -> tooLate();
        };
    }

    /** A public deferral stands, and the answer is for the invoker alone: the first follow-up would fill the public one. */
    private Uni<AnswerOutcome> narrowed(Turn turn, List<Part> parts) {
        return callbacks.deleteOriginal(turn.about(), turn.expiresAt()).chain(sent -> switch (sent) {
            case Sent.TooLate _ -> tooLate();
            case Sent.Done _, Sent.Rejected _, Sent.Acknowledged _, Sent.Unclear _ -> {
                conversations.stands(turn.conversation(), new Standing.Answered(turn.id(), false));
                yield followUps.send(turn, parts, true, List.of());
            }
        });
    }

    /** The message that carries the component changes; where there is none, a message answers. */
    Uni<AnswerOutcome> update(Turn turn, MessageBody body) {
        if (turn.source().isEmpty() && turn.conversation().standing() instanceof Open) {
            return message(turn, body, turn.about().expected() == AnswerKind.EPHEMERAL);
        }
        return renderer.edition(body).chain(rendering -> ready(rendering, parts -> update(turn, parts)));
    }

    private Uni<AnswerOutcome> update(Turn turn, List<Part> parts) {
        Part first = parts.getFirst();
        return switch (turn.conversation().standing()) {
            case Open _ ->
                respond(
                        turn,
                        Callbacks.UPDATE,
                        first.json(),
                        Optional.of(first),
                        message -> followUps.send(turn, rest(parts), false, message),
                        () -> update(turn, parts));
            case Deferred(var as)
            when as == AnswerKind.UPDATE ->
                edit(turn, first, () -> followUps.send(turn, rest(parts), false, List.of()));
            case Deferred _ ->
                sources.change(turn, first).call(() -> {
                    conversations.stands(turn.conversation(), new Standing.Answered(turn.id(), false));
                    return callbacks.deleteOriginal(turn.about(), turn.expiresAt());
                });
            case Standing.Answered(var _, var update) when update -> edit(turn, first, () -> done(List.of()));
            case Standing.Answered _ -> sources.change(turn, first);
            case Over _ -> tooLate();
        };
    }

    /** The original answer changes; where none stands, this is the first one. */
    Uni<AnswerOutcome> editAnswer(Turn turn, MessageBody body) {
        return switch (turn.conversation().standing()) {
            case Open _ ->
                turn.about().expected() == AnswerKind.UPDATE
                        ? update(turn, body)
                        : message(turn, body, turn.about().expected() == AnswerKind.EPHEMERAL);
            case Deferred _, Standing.Answered _ ->
                renderer.edition(body)
                        .chain(rendering -> ready(
                                rendering,
                                parts -> edit(
                                        turn,
                                        parts.getFirst(),
                                        () -> followUps.send(
                                                turn,
                                                rest(parts),
                                                turn.about().expected() == AnswerKind.EPHEMERAL,
                                                List.of()))));
            case Over _ -> tooLate();
        };
    }

    /** A modal opens; only a first response can. */
    Uni<AnswerOutcome> modal(Turn turn, Modal modal) {
        Optional<String> fault = ModalForm.fault(modal);
        if (fault.isPresent()) {
            return Uni.createFrom().item(new Refused(0, 0, fault.get()));
        }
        return first(turn, Callbacks.MODAL, ModalForm.json(modal));
    }

    /** Completions; nobody waits for them any more once something else was sent. */
    Uni<AnswerOutcome> choices(Turn turn, List<Choice> choices) {
        return first(turn, Callbacks.CHOICES, ModalForm.choices(choices));
    }

    private Uni<AnswerOutcome> first(Turn turn, int type, JsonObject data) {
        return switch (turn.conversation().standing()) {
            case Open _ ->
                respond(
                        turn,
                        type,
                        data,
                        Optional.empty(),
                        Answering::done,
                        () -> Uni.createFrom().item(answered()));
            case Deferred _, Standing.Answered _ -> Uni.createFrom().item(answered());
            case Over _ -> tooLate();
        };
    }

    private static Refused answered() {
        return new Refused(0, Refusals.ALREADY_ACKNOWLEDGED, Refusals.words(0, Refusals.ALREADY_ACKNOWLEDGED));
    }

    private Uni<AnswerOutcome> respond(
            Turn turn,
            int type,
            JsonObject data,
            Optional<Part> part,
            Function<List<MessageId>, Uni<AnswerOutcome>> then,
            Supplier<Uni<AnswerOutcome>> again) {
        Conversation conversation = turn.conversation();
        return callbacks.respond(turn.about(), type, data, part).chain(sent -> switch (sent) {
            case Sent.Done(var message) -> {
                firstResponses.stands(conversation, turn.cause().isPresent() ? "answer" : "direct");
                conversations.stands(conversation, new Standing.Answered(turn.id(), type == Callbacks.UPDATE));
                yield then.apply(message.stream().toList());
            }
            case Sent.Acknowledged _ ->
                conversations.notedElsewhere(conversation).chain(noted -> {
                    conversation.isNow(noted.filter(standing -> !(standing instanceof Open))
                            .orElseGet(() -> new Deferred(deferral(turn))));
                    return again.get();
                });
            case Sent.TooLate _ -> {
                conversation.isNow(new Over());
                yield tooLate();
            }
            case Sent.Rejected(int status, int code) -> refused(status, code);
            case Sent.Unclear _ -> Uni.createFrom().item(new Unclear());
        });
    }

    /** How this interaction is deferred, whoever does it. */
    static AnswerKind deferral(Turn turn) {
        return deferral(turn.about().expected(), turn.about().kind());
    }

    static AnswerKind deferral(AnswerKind expected, Kind kind) {
        return switch (expected) {
            case UPDATE -> kind == Kind.COMMAND ? AnswerKind.PUBLIC : AnswerKind.UPDATE;
            case EPHEMERAL -> AnswerKind.EPHEMERAL;
            case PUBLIC, MODAL -> AnswerKind.PUBLIC;
        };
    }

    private Uni<AnswerOutcome> edit(Turn turn, Part part, Supplier<Uni<AnswerOutcome>> then) {
        return callbacks.editOriginal(turn.about(), part, turn.expiresAt()).chain(sent -> switch (sent) {
            case Sent.Done(var message) -> {
                boolean update = turn.conversation().standing() instanceof Deferred(var as) && as == AnswerKind.UPDATE;
                if (turn.conversation().standing() instanceof Deferred) {
                    conversations.stands(turn.conversation(), new Standing.Answered(turn.id(), update));
                }
                yield then.get()
                        .map(outcome -> FollowUps.behind(message.stream().toList(), outcome));
            }
            case Sent.TooLate _ -> tooLate();
            case Sent.Rejected(int status, int code) -> refused(status, code);
            case Sent.Acknowledged _, Sent.Unclear _ -> Uni.createFrom().item(new Unclear());
        });
    }

    private static Uni<AnswerOutcome> ready(Rendering rendering, Function<List<Part>, Uni<AnswerOutcome>> then) {
        return switch (rendering) {
            case Ready(var parts) -> then.apply(parts);
            case Impossible(var reason) -> Uni.createFrom().item(new Refused(0, 0, reason));
        };
    }

    private static List<Part> rest(List<Part> parts) {
        return parts.subList(1, parts.size());
    }

    private static Uni<AnswerOutcome> done(List<MessageId> messages) {
        return Uni.createFrom().item(new Answered(messages));
    }

    private static Uni<AnswerOutcome> tooLate() {
        return Uni.createFrom().item(new TooLate());
    }

    static Uni<AnswerOutcome> refused(int status, int code) {
        return Uni.createFrom().item(new Refused(status, code, Refusals.words(status, code)));
    }
}
