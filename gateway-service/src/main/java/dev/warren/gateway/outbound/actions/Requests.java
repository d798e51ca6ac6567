package dev.warren.gateway.outbound.actions;

import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.schemas.bot.ActionEvent.Context;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Requests of actions: in time, and with a reason in the guild's audit log that names the invoker. */
@ApplicationScoped
class Requests {
    /** The most characters that Discord takes. */
    private static final int MAX_REASON = 512;

    private final Discord discord;

    Requests(Discord discord) {
        this.discord = discord;
    }

    Uni<RestOutcome> send(Context context, RestRequest request) {
        return discord.insist(request.because(reason(context)).until(context.expiresAt()));
    }

    /** Goes on with Discord's answer; else gives why there is none. */
    Uni<ActionOutcome> ask(
            Context context, RestRequest request, Function<RestOutcome.Posted, Uni<ActionOutcome>> then) {
        return discord.insist(request.until(context.expiresAt()))
                .chain(outcome -> outcome instanceof RestOutcome.Posted posted
                        ? then.apply(posted)
                        : Uni.createFrom().item(ActionOutcome.of(outcome)));
    }

    static String reason(Context context) {
        String who = context.invoker().map(user -> " (by " + user + ")").orElse("");
        String why = context.reason().strip().replaceAll("\\s+", " ");
        String cut = why.substring(0, Math.min(why.length(), MAX_REASON - who.length()));
        return cut.isEmpty() ? who.strip() : cut + who;
    }
}
