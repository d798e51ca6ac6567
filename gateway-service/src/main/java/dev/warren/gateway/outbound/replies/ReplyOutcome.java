package dev.warren.gateway.outbound.replies;

import dev.warren.gateway.outbound.sending.Refusals;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.MessageId;
import java.util.List;
import java.util.Optional;

/** What became of a reply. */
sealed interface ReplyOutcome {
    /** It stands at Discord, in these messages. */
    record Done(Optional<ChannelId> channel, List<MessageId> messages) implements ReplyOutcome {
        public Done {
            messages = List.copyOf(messages);
        }
    }

    /** Discord refused it, or it was not sent. */
    record Refused(int status, int code, String reason) implements ReplyOutcome {}

    /** Whether it stands could not be found out. */
    record Unclear() implements ReplyOutcome {}

    /** It leaves no trace and needs no receipt: typing. */
    record Fleeting() implements ReplyOutcome {}

    static ReplyOutcome expired() {
        return new Refused(0, 0, "expired");
    }

    static ReplyOutcome refused(RestOutcome.Refused refused) {
        return new Refused(refused.status(), refused.code(), Refusals.words(refused.status(), refused.code()));
    }

    static ReplyOutcome refused(String reason) {
        return new Refused(0, 0, reason);
    }

    /** The outcome of a request that may be repeated at will. */
    static ReplyOutcome of(RestOutcome outcome, Done done) {
        return switch (outcome) {
            case RestOutcome.Posted _ -> done;
            case RestOutcome.Refused refused -> refused(refused);
            case RestOutcome.Unknown _ -> new Unclear();
            case RestOutcome.Expired _, RestOutcome.Overloaded _, RestOutcome.Unavailable _ -> expired();
        };
    }
}
