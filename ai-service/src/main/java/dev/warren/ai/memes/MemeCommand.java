package dev.warren.ai.memes;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.ai.errands.Errand;
import dev.warren.ai.errands.Errands;
import dev.warren.ai.rules.ContentRules;
import dev.warren.ai.work.Done;
import dev.warren.ai.work.Job;
import dev.warren.ai.work.Worker;
import dev.warren.runtime.commands.Answer;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.redis.Files;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.Cooldown;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /meme template first second}. */
@ApplicationScoped
class MemeCommand implements CommandHandler, Worker {
    private static final String TEMPLATE = "template";
    private static final String FIRST = "first";
    private static final String SECOND = "second";
    private static final int LONGEST = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Errands errands;
    private final Files files;
    private Optional<Memes> memes = Optional.empty();

    MemeCommand(Errands errands, Files files) {
        this.errands = errands;
        this.files = files;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("meme", "Draws a meme with your words")
                .module("fun")
                .options(
                        option(TEMPLATE, "What it is drawn on", OptionType.STRING)
                                .required()
                                .choices(Arrays.stream(Template.values())
                                        .map(Template::id)
                                        .toArray(String[]::new)),
                        option(FIRST, "The first text", OptionType.STRING)
                                .required()
                                .between(1, LONGEST),
                        option(SECOND, "The second text", OptionType.STRING)
                                .between(1, LONGEST)
                                .rest())
                .example("meme choice \"going to bed\" one more episode")
                .botNeeds(Permission.ATTACH_FILES)
                .cooldown(new Cooldown(5, Duration.ofMinutes(1), Cooldown.Scope.MEMBER))
                .everywhere()
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var first = call.required(FIRST).value();
        var second = call.option(SECOND).map(OptionValue::value).orElse("");
        return ContentRules.of(call.settings(), ContentRules.Side.PROMPT)
                .broken(first + "\n" + second)
                .map(rule -> Uni.createFrom().item(Outcome.refused("content-rule", ContentRules.refusal(rule))))
                .orElseGet(() -> errands.note(
                        call,
                        tx,
                        kind(),
                        Map.of(TEMPLATE, call.required(TEMPLATE).value(), FIRST, first, SECOND, second)));
    }

    @Override
    public String kind() {
        return "meme";
    }

    @Override
    public Done work(Job job) {
        return errands.done(job, this::draw);
    }

    private Answer draw(Errand errand) {
        var template = Template.of(errand.argument(TEMPLATE)).orElse(Template.CLASSIC);
        var first = errand.argument(FIRST);
        var second = errand.argument(SECOND);
        var alt = "A meme. First: %s. Second: %s".formatted(first, second.isEmpty() ? "nothing" : second);
        var file = files.attach("meme.png", "image/png", alt, memes().draw(template, first, second))
                .await()
                .atMost(PATIENCE);
        return new Answer.Message(MessageBody.text("").withFiles(file), false);
    }

    /** The fonts are loaded at the first one. */
    private synchronized Memes memes() {
        if (memes.isEmpty()) {
            memes = Optional.of(new Memes());
        }
        return memes.get();
    }

    @Override
    public Done givenUp(Job job, boolean late) {
        return errands.givenUp(job, late);
    }
}
