package dev.warren.gateway.help;

import dev.warren.gateway.shards.Shards;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /ping}: how long a heartbeat to Discord takes, and how long this very question took from Discord to here. */
@ApplicationScoped
class PingCommand implements CommandHandler {
    private final Shards shards;

    PingCommand(Shards shards) {
        this.shards = shards;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("ping", "Shows how quickly I answer")
                .everywhere()
                .in("de", "ping", "Zeigt, wie schnell ich antworte")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var heartbeat = shards.latency().map(PingCommand::millis).orElse("not measured yet");
        var pipeline = Duration.between(call.time(), call.now());
        // Discord's clock gave the first time and ours the second; where they differ, less than nothing may come out.
        var shown = pipeline.isNegative() ? "under a millisecond" : millis(pipeline);
        return Uni.createFrom()
                .item(Outcome.message(MessageBody.text(
                        "Pong! Discord's gateway: **" + heartbeat + "**, my pipeline: **" + shown + "**")));
    }

    private static String millis(Duration time) {
        return time.toMillis() + " ms";
    }
}
