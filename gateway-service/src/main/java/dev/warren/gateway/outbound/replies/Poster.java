package dev.warren.gateway.outbound.replies;

import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.outbound.receipts.Receipts;
import dev.warren.gateway.outbound.replies.History.Search;
import dev.warren.gateway.outbound.replies.ReplyOutcome.Done;
import dev.warren.gateway.outbound.replies.ReplyOutcome.Refused;
import dev.warren.gateway.outbound.replies.ReplyOutcome.Unclear;
import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.OutboundLoop;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestOutcome.Expired;
import dev.warren.gateway.rest.RestOutcome.Overloaded;
import dev.warren.gateway.rest.RestOutcome.Posted;
import dev.warren.gateway.rest.RestOutcome.Unavailable;
import dev.warren.gateway.rest.RestOutcome.Unknown;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.ids.MessageId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Posts messages once. The intent is acknowledged before the first request. What became of a request is unclear after a reset or a crash:
 * inside the nonce's window the same nonce is posted again, which makes no second message; outside it, and where there is no nonce, the
 * channel's history decides, and what it leaves open is not posted.
 */
@ApplicationScoped
class Poster {
    private final Discord discord;
    private final Receipts receipts;
    private final History history;
    private final OutboundLoop loop;
    private final Duration window;
    private final Duration pause;

    Poster(Discord discord, Receipts receipts, History history, OutboundLoop loop, OutboundConfig config) {
        this.discord = discord;
        this.receipts = receipts;
        this.history = history;
        this.loop = loop;
        this.window = config.replies().nonceWindow();
        this.pause = config.outage().firstPause();
    }

    /** Posts all parts in order. */
    Uni<ReplyOutcome> post(Posting posting) {
        Optional<Instant> begun = posting.intendedAt();
        if (begun.isPresent()) {
            return next(posting, 0, begun.get(), true, List.of());
        }
        Instant now = discord.now();
        Optional<String> nonce = posting.nonced() ? Optional.of(posting.nonce(0)) : Optional.empty();
        var intent = new ReplyIntended(posting.reply(), Optional.of(posting.channel()), nonce, now);
        return receipts.write(posting.cause(), intent).chain(() -> next(posting, 0, now, false, List.of()));
    }

    private Uni<ReplyOutcome> next(Posting posting, int part, Instant since, boolean resumed, List<MessageId> made) {
        if (part == posting.parts().size()) {
            return Uni.createFrom().item(new Done(Optional.of(posting.channel()), made));
        }
        Uni<ReplyOutcome> posted = resumed ? resume(posting, part, since) : send(posting, part, Optional.empty());
        return posted.chain(outcome -> switch (outcome) {
            case Done(var _, var messages) -> {
                var all = new ArrayList<>(made);
                all.addAll(messages);
                yield next(posting, part + 1, since, resumed, all);
            }
            case Refused _, Unclear _, ReplyOutcome.Fleeting _ ->
                Uni.createFrom().item(outcome);
        });
    }

    /** It was begun at {@code since}, and nobody knows how far it came. */
    private Uni<ReplyOutcome> resume(Posting posting, int part, Instant since) {
        return posting.nonced() && discord.now().isBefore(since.plus(window))
                ? send(posting, part, Optional.of(since))
                : search(posting, part, since);
    }

    /** @param unclearSince the first time that a request of this part may have been taken without our knowing */
    private Uni<ReplyOutcome> send(Posting posting, int part, Optional<Instant> unclearSince) {
        return discord.insist(posting.request(part)).chain(outcome -> switch (outcome) {
            case Posted posted -> Uni.createFrom().item(done(posting, posted));
            case RestOutcome.Refused refused -> Uni.createFrom().item(ReplyOutcome.refused(refused));
            case Expired _, Overloaded _, Unavailable _ ->
                unclearSince.isPresent()
                        ? search(posting, part, unclearSince.get())
                        : Uni.createFrom().item(ReplyOutcome.expired());
            case Unknown unknown -> {
                Instant since = unclearSince.orElseGet(() -> discord.now().minus(unknown.since()));
                yield loop.pause(pause).chain(() -> resume(posting, part, since));
            }
        });
    }

    private Uni<ReplyOutcome> search(Posting posting, int part, Instant since) {
        // Looking takes its time even where posting would be too late: a receipt is owed.
        Instant until = discord.now().plus(window);
        return history.find(posting.reply(), posting.channel(), posting.author(), posting.json(part), since, until)
                .chain(search -> switch (search) {
                    case Search.Found(var message) ->
                        Uni.createFrom().item(new Done(Optional.of(posting.channel()), List.of(message)));
                    case Search.Absent _ ->
                        discord.now().isBefore(posting.expiresAt())
                                ? send(posting, part, Optional.empty())
                                : Uni.createFrom().item(ReplyOutcome.expired());
                    case Search.Ambiguous _ -> Uni.createFrom().item(new Unclear());
                });
    }

    private static ReplyOutcome done(Posting posting, Posted posted) {
        var id = posted.body().length() == 0
                ? Optional.<String>empty()
                : Optional.ofNullable(posted.body().toJsonObject().getString("id"));
        return new Done(
                Optional.of(posting.channel()), id.map(MessageId::of).stream().toList());
    }
}
