package dev.warren.gateway.outbound.replies;

import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.outbound.history.History;
import dev.warren.gateway.outbound.history.History.Search;
import dev.warren.gateway.outbound.receipts.Receipts;
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
 * then the message's echo decides, else the channel's history. What they leave open is posted again under the same nonce inside its
 * window, which makes no second message, and otherwise not.
 */
@ApplicationScoped
class Poster {
    private final Discord discord;
    private final Receipts receipts;
    private final History history;
    private final OutboundLoop loop;
    private final Duration window;
    private final OutboundConfig.Outage outage;

    Poster(Discord discord, Receipts receipts, History history, OutboundLoop loop, OutboundConfig config) {
        this.discord = discord;
        this.receipts = receipts;
        this.history = history;
        this.loop = loop;
        this.window = config.replies().nonceWindow();
        this.outage = config.outage();
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
        Uni<ReplyOutcome> posted = resumed
                ? search(posting, part, new Doubt(since, outage.firstPause()))
                : send(posting, part, Optional.empty());
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

    /**
     * A part of which nobody knows whether it stands.
     *
     * @param since the first time that it may have been taken without our knowing
     * @param pause before it is looked for
     */
    private record Doubt(Instant since, Duration pause) {
        Doubt longer(Duration longest) {
            var twice = pause.multipliedBy(2);
            return new Doubt(since, twice.compareTo(longest) < 0 ? twice : longest);
        }
    }

    private Uni<ReplyOutcome> send(Posting posting, int part, Optional<Doubt> doubt) {
        return discord.insist(posting.request(part)).chain(outcome -> switch (outcome) {
            case Posted posted -> Uni.createFrom().item(done(posting, posted));
            case RestOutcome.Refused refused -> Uni.createFrom().item(ReplyOutcome.refused(refused));
            case Expired _, Overloaded _, Unavailable _ ->
                doubt.isPresent()
                        ? search(posting, part, doubt.get())
                        : Uni.createFrom().item(ReplyOutcome.expired());
            case Unknown unknown -> {
                var now = doubt.map(before -> before.longer(outage.longestPause()))
                        .orElseGet(() -> new Doubt(discord.now().minus(unknown.since()), outage.firstPause()));
                yield loop.pause(now.pause()).chain(() -> search(posting, part, now));
            }
        });
    }

    /**
     * Looks before it posts again: the nonce alone would do inside its window, if Discord kept its word about it, but an echo or the channel
     * say so for certain.
     */
    private Uni<ReplyOutcome> search(Posting posting, int part, Doubt doubt) {
        // Looking takes its time even where posting would be too late: a receipt is owed.
        Instant until = discord.now().plus(window);
        return history.find(posting.sought(part, doubt.since()), until).chain(search -> switch (search) {
            case Search.Found(var message) ->
                Uni.createFrom().item(new Done(Optional.of(posting.channel()), List.of(message)));
            case Search.Absent _ -> again(posting, part, doubt);
            case Search.Ambiguous _ ->
                posting.nonced() && discord.now().isBefore(doubt.since().plus(window))
                        ? again(posting, part, doubt)
                        : Uni.createFrom().item(new Unclear());
        });
    }

    private Uni<ReplyOutcome> again(Posting posting, int part, Doubt doubt) {
        return discord.now().isBefore(posting.expiresAt())
                ? send(posting, part, Optional.of(doubt))
                : Uni.createFrom().item(ReplyOutcome.expired());
    }

    private static ReplyOutcome done(Posting posting, Posted posted) {
        var id = posted.body().length() == 0
                ? Optional.<String>empty()
                : Optional.ofNullable(posted.body().toJsonObject().getString("id"));
        return new Done(
                Optional.of(posting.channel()), id.map(MessageId::of).stream().toList());
    }
}
