package dev.warren.ai.router;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.warren.ai.AiConfig;
import dev.warren.ai.AiSettings;
import dev.warren.ai.asking.Answered;
import dev.warren.ai.asking.Answered.Refused;
import dev.warren.ai.asking.Answered.Said;
import dev.warren.ai.asking.Asker;
import dev.warren.ai.asking.Asking;
import dev.warren.ai.asking.Progress;
import dev.warren.ai.asking.Question;
import dev.warren.ai.budget.Budgets.Scope;
import dev.warren.ai.budget.Limits;
import dev.warren.ai.models.Candidate;
import dev.warren.ai.models.LastResort;
import dev.warren.ai.providers.Failure;
import dev.warren.ai.providers.Providers;
import dev.warren.ai.router.Caller.Result;
import dev.warren.ai.tools.ToolBox;
import dev.warren.runtime.events.OnContext;
import dev.warren.runtime.settings.SettingsView;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/** Asks one candidate after another until one has answered; what was found out by tools is kept from one to the next. */
@ApplicationScoped
class Router implements Asking {
    /** How often the same candidate gets less to read, or no tools, before the next one is asked. */
    private static final int ADAPTED = 3;

    private final AiConfig config;
    private final Providers providers;
    private final Caller caller;
    private final LastResort lastResort;
    private final ToolBox toolBox;
    private final SettingsView settings;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("asking-", 0).factory());

    Router(
            AiConfig config,
            Providers providers,
            Caller caller,
            LastResort lastResort,
            ToolBox toolBox,
            SettingsView settings,
            RandomGenerator random,
            InstantSource clock) {
        this.config = config;
        this.providers = providers;
        this.caller = caller;
        this.lastResort = lastResort;
        this.toolBox = toolBox;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }

    @Override
    public Uni<Answered> ask(Question question) {
        var here = OnContext.executor();
        return Uni.createFrom()
                .item(() -> ask(question, Progress.UNSEEN))
                .runSubscriptionOn(threads)
                .emitOn(here);
    }

    /** What goes from one candidate to the next. */
    private static final class Talk {
        private final Question question;
        private final Limits limits;
        private final Progress progress;
        private final Stopwatch routing = new Stopwatch();
        private List<ChatMessage> messages;
        private int calls;
        private int rounds;

        private Talk(Question question, Limits limits, Progress progress) {
            this.question = question;
            this.limits = limits;
            this.progress = progress;
            this.messages = question.messages();
        }
    }

    @Override
    public Answered ask(Question question, Progress progress) {
        var held = settings.at(question.asker().guild(), clock.instant());
        var talk = new Talk(question, Limits.of(config.budget(), held), progress);
        var plan = Plan.of(
                providers.all(),
                config.routing().by(),
                question.type().orElseGet(() -> AiSettings.type(held)),
                AiSettings.model(held),
                Math.min(Tokens.of(question.messages()) + config.calls().answerTokens(), largestContext()),
                random);
        boolean full = false;
        for (var candidate : plan) {
            switch (answer(candidate, talk)) {
                case Result.Answer(var response) -> {
                    return said(candidate, response.aiMessage(), talk);
                }
                case Result.Over(var scope) -> {
                    return over(scope);
                }
                case Result.Full() -> full = true;
                case Result.Failed _ -> {}
            }
        }
        return full ? busy() : atLast(talk);
    }

    /** A prompt that fits nothing is tried all the same: it is cut where it is refused. */
    private int largestContext() {
        return providers.all().stream()
                .flatMap(provider -> provider.candidates().stream())
                .mapToInt(candidate -> candidate.capabilities().context())
                .max()
                .orElse(0);
    }

    private Answered atLast(Talk talk) {
        var candidate = lastResort.candidate();
        return answer(candidate, talk) instanceof Result.Answer(var response)
                ? said(candidate, response.aiMessage(), talk)
                : new Refused(
                        "no-provider", "I can't think right now: none of my models answers. Please try again soon.");
    }

    private Said said(Candidate candidate, AiMessage message, Talk talk) {
        var text = message.text().strip();
        int most = config.calls().answerCharacters();
        return new Said(
                text.length() > most ? text.substring(0, most) : text,
                candidate.name(),
                candidate.isOffline(),
                talk.rounds > 0);
    }

    /** One candidate, until it answers without wishing for a tool. */
    private Result answer(Candidate candidate, Talk talk) {
        int adapted = 0;
        var tools = talk.question.tools() ? toolBox.offered(talk.question.asker()) : List.<ToolSpecification>of();
        while (true) {
            boolean mayWish = talk.rounds < config.calls().toolRounds();
            var result = caller.call(new Caller.Attempt(
                    candidate,
                    talk.question,
                    talk.messages,
                    mayWish ? tools : List.of(),
                    talk.question.id() + "#" + talk.calls++,
                    talk.limits,
                    talk.progress,
                    talk.routing,
                    new StringBuilder()));
            if (result instanceof Result.Answer(var response)
                    && response.aiMessage().hasToolExecutionRequests()) {
                if (!mayWish) {
                    return new Result.Failed(Failure.BROKEN);
                }
                use(response.aiMessage(), talk);
            } else if (result instanceof Result.Failed(var failure) && adapted++ < ADAPTED) {
                if (failure == Failure.NO_TOOLS && !tools.isEmpty()) {
                    tools = List.of();
                } else if (failure == Failure.TOO_LONG) {
                    var less = Trimmed.of(talk.messages);
                    if (less.isEmpty()) {
                        return result;
                    }
                    talk.messages = less.get();
                } else {
                    return result;
                }
            } else {
                return result;
            }
        }
    }

    /** Runs the tools that a model wishes for; what they give is data for the next round. */
    private void use(AiMessage wish, Talk talk) {
        talk.rounds++;
        var asker = talk.question.asker();
        var wished = wish.toolExecutionRequests();
        var results = Uni.join()
                .all(wished.stream().map(request -> run(asker, request)).toList())
                .andCollectFailures()
                .await()
                .indefinitely();
        var messages = new ArrayList<>(talk.messages);
        messages.add(wish);
        for (int i = 0; i < wished.size(); i++) {
            messages.add(ToolExecutionResultMessage.from(wished.get(i), results.get(i)));
        }
        talk.messages = List.copyOf(messages);
    }

    private Uni<String> run(Asker asker, ToolExecutionRequest request) {
        return Uni.createFrom()
                .deferred(() -> toolBox.run(asker, request))
                .ifNoItem()
                .after(config.calls().tools())
                .fail()
                .onFailure()
                .recoverWithItem("The tool did not answer.");
    }

    private Answered over(Scope scope) {
        var whose = switch (scope) {
            case MEMBER -> "You have used up your budget for conversation today";
            case GUILD -> "This server has used up its budget for conversation today";
            case ALL -> "I have used up my whole budget for conversation today";
        };
        var midnight = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(1);
        return new Refused("budget", "%s. I'll talk again <t:%d:R>.".formatted(whose, midnight.toEpochSecond()));
    }

    private static Answered busy() {
        return new Refused("busy", "Too many talk to me at once, and the line is full. Please try again in a minute.");
    }
}
