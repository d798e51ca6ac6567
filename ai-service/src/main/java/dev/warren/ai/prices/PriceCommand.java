package dev.warren.ai.prices;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.ai.errands.Errands;
import dev.warren.ai.work.Done;
import dev.warren.ai.work.Job;
import dev.warren.ai.work.Worker;
import dev.warren.runtime.commands.Answer;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.Cooldown;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /price bitcoin eur}. */
@ApplicationScoped
class PriceCommand implements CommandHandler, Worker {
    private static final String COIN = "coin";
    private static final String CURRENCY = "currency";
    private static final String USUAL = "usd";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Prices prices;
    private final Errands errands;

    PriceCommand(Prices prices, Errands errands) {
        this.prices = prices;
        this.errands = errands;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("price", "Tells what a crypto currency costs")
                .module("ai")
                .options(
                        option(COIN, "Such as bitcoin or btc", OptionType.STRING)
                                .required()
                                .between(1, 64),
                        option(CURRENCY, "In which money; usd when left out", OptionType.STRING)
                                .between(2, 8))
                .example("price bitcoin eur")
                .cooldown(new Cooldown(5, Duration.ofMinutes(1), Cooldown.Scope.MEMBER))
                .everywhere()
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var currency = call.option(CURRENCY).map(OptionValue::value).orElse(USUAL);
        return errands.note(call, tx, kind(), Map.of(COIN, call.required(COIN).value(), CURRENCY, currency));
    }

    @Override
    public String kind() {
        return "price";
    }

    @Override
    public Done work(Job job) {
        return errands.done(job, errand -> {
            var quote = prices.of(errand.argument(COIN), errand.argument(CURRENCY))
                    .await()
                    .atMost(PATIENCE);
            var said = Prices.said(quote);
            return switch (quote) {
                case Quote.Known _ -> new Answer.Message(MessageBody.text("💱 " + said), false);
                case Quote.Unknown _ -> new Answer.Refusal("no-price", said, Map.of());
                case Quote.Off _ -> new Answer.Refusal("prices-off", said, Map.of());
                case Quote.Failed _ -> new Answer.Refusal("prices-failed", said, Map.of());
            };
        });
    }

    @Override
    public Done givenUp(Job job, boolean late) {
        return errands.givenUp(job, late);
    }
}
