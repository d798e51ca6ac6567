package dev.warren.ai.reading;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.ai.asking.Asker;
import dev.warren.ai.errands.Errands;
import dev.warren.ai.reading.Reader.Wish;
import dev.warren.ai.work.Done;
import dev.warren.ai.work.Job;
import dev.warren.ai.work.Worker;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.Cooldown;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.ids.ChannelId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /summarize}: what was said in a channel, as far as the asker may read it. */
@ApplicationScoped
class SummarizeCommand implements CommandHandler, Worker {
    /** By which the offline default knows what is wanted of it. */
    static final String PURPOSE = "summarize";

    private static final String MESSAGES = "messages";
    private static final String CHANNEL = "channel";
    private static final String USUAL = "50";
    private static final int FEWEST = 3;
    private static final String INSTRUCTIONS =
            "Summarise a conversation of a Discord channel for somebody who was away: at most six short bullet points, who said what where it matters, "
                    + "decisions and open questions last. Add nothing that was not said.";

    private final Errands errands;
    private final Reader reader;

    SummarizeCommand(Errands errands, Reader reader) {
        this.errands = errands;
        this.reader = reader;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("summarize", "Sums up what was said in a channel")
                .module("ai")
                .options(
                        option(MESSAGES, "How many of the last messages; 50 when left out", OptionType.INTEGER)
                                .between(5, 100),
                        option(CHANNEL, "Which channel; this one when left out", OptionType.CHANNEL))
                .example("summarize 50")
                .aliases("tldr")
                .cooldown(new Cooldown(3, Duration.ofMinutes(5), Cooldown.Scope.MEMBER))
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var channel = call.option(CHANNEL)
                .map(OptionValue::asChannel)
                .orElse(call.origin().channel());
        var messages = call.option(MESSAGES).map(OptionValue::value).orElse(USUAL);
        return errands.note(call, tx, kind(), Map.of(CHANNEL, channel.toString(), MESSAGES, messages));
    }

    @Override
    public String kind() {
        return PURPOSE;
    }

    @Override
    public Done work(Job job) {
        return errands.done(job, errand -> {
            var channel = ChannelId.of(errand.argument(CHANNEL));
            return reader.read(
                    errand,
                    Asker.of(errand.origin()),
                    new Wish(
                            channel,
                            Integer.parseInt(errand.argument(MESSAGES)),
                            _ -> true,
                            FEWEST,
                            PURPOSE,
                            INSTRUCTIONS,
                            "📝 **What was said in <#" + channel + ">**"));
        });
    }

    @Override
    public Done givenUp(Job job, boolean late) {
        return errands.givenUp(job, late);
    }
}
