package dev.warren.ai.search;

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
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.Cooldown;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /search words}: what a search service finds. */
@ApplicationScoped
class SearchCommand implements CommandHandler, Worker {
    private static final String QUERY = "query";
    private static final int LONGEST = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebSearch search;
    private final Errands errands;

    SearchCommand(WebSearch search, Errands errands) {
        this.search = search;
        this.errands = errands;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("search", "Searches the web")
                .module("ai")
                .options(option(QUERY, "What to look for", OptionType.STRING)
                        .required()
                        .between(1, LONGEST)
                        .rest())
                .example("search how do rabbits dig")
                .cooldown(new Cooldown(5, Duration.ofMinutes(1), Cooldown.Scope.MEMBER))
                .everywhere()
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var query = call.required(QUERY).value();
        return ContentRules.of(call.settings(), ContentRules.Side.PROMPT)
                .broken(query)
                .map(rule -> Uni.createFrom().item(Outcome.refused("content-rule", ContentRules.refusal(rule))))
                .orElseGet(() -> errands.note(call, tx, kind(), Map.of(QUERY, query)));
    }

    @Override
    public String kind() {
        return "search";
    }

    @Override
    public Done work(Job job) {
        return errands.done(job, this::answer);
    }

    @Override
    public Done givenUp(Job job, boolean late) {
        return errands.givenUp(job, late);
    }

    private Answer answer(Errand errand) {
        var query = errand.argument(QUERY);
        return switch (search.find(query).await().atMost(PATIENCE)) {
            case Results.Found(var hits)
            when hits.isEmpty() ->
                new Answer.Message(MessageBody.text("Nothing was found for **" + plain(query) + "**."), false);
            case Results.Found found -> shown(errand, query, found);
            case Results.Off _ -> new Answer.Refusal("search-off", WebSearch.OFF, Map.of());
            case Results.Failed(var why) -> new Answer.Refusal("search-failed", why, Map.of());
        };
    }

    private static Answer shown(Errand errand, String query, Results.Found found) {
        var rules = ContentRules.of(errand.settings(), ContentRules.Side.ANSWER);
        var lines = new StringBuilder();
        for (var hit : found.hits()) {
            if (rules.broken(hit.title() + "\n" + hit.text()).isEmpty()) {
                lines.append("**[%s](<%s>)**\n%s\n\n"
                        .formatted(hit.title().replaceAll("[\\[\\]]", ""), hit.url(), hit.text()));
            }
        }
        return lines.isEmpty()
                ? new Answer.Refusal(
                        "content-rule", "All that was found goes against the content rules of this server.", Map.of())
                : new Answer.Message(
                        MessageBody.embed(Embed.of(
                                "Search: " + (query.length() > 200 ? query.substring(0, 200) : query),
                                lines.toString().strip())),
                        false);
    }

    private static String plain(String text) {
        return text.replace("*", "∗");
    }
}
