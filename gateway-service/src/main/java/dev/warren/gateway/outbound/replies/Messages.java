package dev.warren.gateway.outbound.replies;

import dev.warren.gateway.outbound.OfferedModals;
import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.outbound.modals.ModalOffers;
import dev.warren.gateway.outbound.rendering.ModalForm;
import dev.warren.gateway.outbound.rendering.Rendering;
import dev.warren.gateway.outbound.rendering.Rendering.Impossible;
import dev.warren.gateway.outbound.rendering.Rendering.Part;
import dev.warren.gateway.outbound.rendering.Rendering.Ready;
import dev.warren.gateway.outbound.replies.ReplyOutcome.Done;
import dev.warren.gateway.outbound.replies.ReplyOutcome.Refused;
import dev.warren.gateway.outbound.sending.Refusals;
import dev.warren.gateway.outbound.sending.Renderer;
import dev.warren.gateway.outbound.sending.Routes;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.runtime.trouble.Waiting;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent.OfferModal;
import dev.warren.schemas.bot.ReplyEvent.PostAs;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.MessageId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** New messages: in a channel, directly, under another name, and with a button that opens a modal. */
@ApplicationScoped
class Messages {
    private static final int MAX_LABEL = 80;

    private final Renderer renderer;
    private final Poster poster;
    private final DirectChannels directChannels;
    private final Webhooks webhooks;
    private final ModalOffers offers;
    private final ShortLived shortLived;
    private final Waiting waiting;
    private final Duration standInStands;

    Messages(
            Renderer renderer,
            Poster poster,
            DirectChannels directChannels,
            Webhooks webhooks,
            ModalOffers offers,
            ShortLived shortLived,
            Waiting waiting,
            OutboundConfig config) {
        this.renderer = renderer;
        this.poster = poster;
        this.directChannels = directChannels;
        this.webhooks = webhooks;
        this.offers = offers;
        this.shortLived = shortLived;
        this.waiting = waiting;
        this.standInStands = config.replies().standInStands();
    }

    Uni<ReplyOutcome> post(Event<?> cause, PostMessage post, Optional<Instant> intendedAt) {
        return inChannel(cause, post.channel(), post.body(), post.replyTo(), "", intendedAt, post.expiresAt())
                .call(outcome -> outcome instanceof Done && post.shortLived().isPresent()
                        ? shortLived.until(
                                cause, post.channel(), post.shortLived().get())
                        : Uni.createFrom().voidItem());
    }

    private Uni<ReplyOutcome> inChannel(
            Event<?> cause,
            ChannelId channel,
            MessageBody body,
            Optional<MessageId> replyTo,
            String salt,
            Optional<Instant> intendedAt,
            Instant expiresAt) {
        return rendered(
                body,
                parts -> poster.post(new Posting(
                        cause,
                        Routes.POST_MESSAGE.at(channel.toString()),
                        List.of(),
                        channel,
                        Optional.empty(),
                        parts,
                        replyTo,
                        salt,
                        0,
                        intendedAt,
                        expiresAt)));
    }

    /** Directly; where the member takes no direct messages, briefly in the channel that is named. */
    Uni<ReplyOutcome> direct(Event<?> cause, PostDirectMessage post, Optional<Instant> intendedAt) {
        return directChannels
                .with(
                        post.user(),
                        post.expiresAt(),
                        channel -> inChannel(
                                cause, channel, post.body(), Optional.empty(), "", intendedAt, post.expiresAt()))
                .chain(outcome -> isClosed(outcome) && post.otherwise().isPresent()
                        ? standIn(cause, post, post.otherwise().get(), intendedAt)
                        : Uni.createFrom().item(outcome));
    }

    private static boolean isClosed(ReplyOutcome outcome) {
        return outcome instanceof Refused refused && refused.code() == Refusals.NO_DIRECT_MESSAGES;
    }

    private Uni<ReplyOutcome> standIn(
            Event<?> cause, PostDirectMessage post, ChannelId channel, Optional<Instant> intendedAt) {
        return inChannel(cause, channel, post.body(), Optional.empty(), "stand-in:", intendedAt, post.expiresAt())
                .call(outcome -> outcome instanceof Done
                        ? shortLived.until(cause, channel, standInStands)
                        : Uni.createFrom().voidItem());
    }

    /** A button that opens the modal; the modal waits behind it. */
    Uni<ReplyOutcome> offer(Event<?> cause, OfferModal offer, Optional<Instant> intendedAt) {
        Optional<String> fault = ModalForm.fault(offer.modal());
        if (fault.isPresent()) {
            return Uni.createFrom().item(ReplyOutcome.refused(fault.get()));
        }
        String key = Nonces.of(cause.id(), "modal");
        String label = "Open: " + offer.modal().title();
        var button = new Component.Button(
                OfferedModals.PREFIX + key,
                label.substring(0, Math.min(MAX_LABEL, label.length())),
                Component.Style.PRIMARY,
                Optional.empty(),
                false,
                AnswerKind.MODAL);
        var body = MessageBody.text("Press the button to go on.").withRows(Component.Row.of(button));
        return waiting.outage(() -> offers.keep(key, new ModalOffers.Offer(offer.member(), offer.modal())))
                .chain(() ->
                        inChannel(cause, offer.channel(), body, offer.replyTo(), "", intendedAt, offer.expiresAt()));
    }

    /** Under another name and face, through the channel's webhook. */
    Uni<ReplyOutcome> postAs(Event<?> cause, PostAs post, Optional<Instant> intendedAt) {
        return rendered(
                        post.body(),
                        parts -> webhooks.with(post.channel(), post.expiresAt(), webhook -> {
                            var named = parts.stream()
                                    .map(part -> named(part, post))
                                    .toList();
                            return poster.post(posting(cause, post, webhook, named, intendedAt));
                        }))
                .call(outcome -> outcome instanceof Refused refused && refused.code() == Refusals.UNKNOWN_WEBHOOK
                        ? webhooks.forget(post.channel())
                        : Uni.createFrom().voidItem());
    }

    private static Part named(Part part, PostAs post) {
        JsonObject json = part.json().copy().put("username", post.name());
        post.avatarUrl().ifPresent(url -> json.put("avatar_url", url));
        return new Part(json, part.files());
    }

    private static Posting posting(
            Event<?> cause, PostAs post, Webhooks.Webhook webhook, List<Part> parts, Optional<Instant> intendedAt) {
        var query = new java.util.ArrayList<RestRequest.Parameter>();
        query.add(new RestRequest.Parameter("wait", "true"));
        webhook.thread().ifPresent(thread -> query.add(new RestRequest.Parameter("thread_id", thread)));
        return new Posting(
                cause,
                Routes.EXECUTE_WEBHOOK.at(webhook.id(), webhook.token()),
                query,
                post.channel(),
                Optional.of(webhook.id()),
                parts,
                Optional.empty(),
                "",
                0,
                intendedAt,
                post.expiresAt());
    }

    private Uni<ReplyOutcome> rendered(MessageBody body, Function<List<Part>, Uni<ReplyOutcome>> then) {
        return renderer.creation(body).chain(rendering -> parts(rendering, then));
    }

    static Uni<ReplyOutcome> parts(Rendering rendering, Function<List<Part>, Uni<ReplyOutcome>> then) {
        return switch (rendering) {
            case Ready(var parts) -> then.apply(parts);
            case Impossible(var reason) -> Uni.createFrom().item(ReplyOutcome.refused(reason));
        };
    }
}
