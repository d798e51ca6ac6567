package dev.warren.gateway.outbound.answers;

import dev.warren.gateway.outbound.AnswerOutcome;
import dev.warren.gateway.outbound.AnswerOutcome.Answered;
import dev.warren.gateway.outbound.AnswerOutcome.Refused;
import dev.warren.gateway.outbound.AnswerOutcome.TooLate;
import dev.warren.gateway.outbound.AnswerOutcome.Unclear;
import dev.warren.gateway.outbound.rendering.Rendering.Part;
import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.Refusals;
import dev.warren.gateway.outbound.sending.Routes;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Changes the message that carries a component as what it is, a message of the bot, when the interaction's answer is spent elsewhere. */
@ApplicationScoped
class Sources {
    private final Discord discord;

    Sources(Discord discord) {
        this.discord = discord;
    }

    Uni<AnswerOutcome> change(Turn turn, Part part) {
        if (turn.source().isEmpty() || turn.channel().isEmpty()) {
            return Uni.createFrom().item(new Refused(0, 0, "there is no message to update"));
        }
        var message = turn.source().get();
        var request = RestRequest.to(Routes.EDIT_MESSAGE.at(turn.channel().get().toString(), message.toString()))
                .with(part.body())
                .until(turn.expiresAt());
        return discord.insist(request).map(outcome -> switch (outcome) {
            case RestOutcome.Posted _ -> new Answered(List.of(message));
            case RestOutcome.Refused refused ->
                new Refused(refused.status(), refused.code(), Refusals.words(refused.status(), refused.code()));
            case RestOutcome.Unknown _ -> new Unclear();
            case RestOutcome.Expired _, RestOutcome.Overloaded _, RestOutcome.Unavailable _ -> new TooLate();
        });
    }
}
