package dev.warren.ai.router;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import dev.warren.ai.AiConfig;
import dev.warren.ai.asking.Progress;
import dev.warren.ai.asking.Question;
import dev.warren.ai.budget.Budgets;
import dev.warren.ai.budget.Limits;
import dev.warren.ai.budget.Spending;
import dev.warren.ai.models.Candidate;
import dev.warren.ai.providers.Call;
import dev.warren.ai.providers.CallFailed;
import dev.warren.ai.providers.Failure;
import dev.warren.ai.providers.Provider;
import dev.warren.ai.providers.Providers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/** One call of one candidate: reserved, in line, tried, settled. */
@ApplicationScoped
class Caller {
    private static final Logger LOG = Logger.getLogger(Caller.class);

    private final AiConfig config;
    private final Providers providers;
    private final Breakers breakers;
    private final Budgets budgets;
    private final MeterRegistry meters;
    private final Timer routing;

    Caller(AiConfig config, Providers providers, Breakers breakers, Budgets budgets, MeterRegistry meters) {
        this.config = config;
        this.providers = providers;
        this.breakers = breakers;
        this.budgets = budgets;
        this.meters = meters;
        this.routing = Timer.builder("warren.ai.routing")
                .description("what the router itself adds before the first call of a question")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    /** What came of it. */
    sealed interface Result {
        record Answer(ChatResponse response) implements Result {}

        record Failed(Failure failure) implements Result {}

        /** Nobody was asked: too many wait. */
        record Full() implements Result {}

        /** Nobody was asked: it may cost too much. */
        record Over(Budgets.Scope scope) implements Result {}
    }

    /**
     * A call that is to be made.
     *
     * @param reservation names what is reserved for it
     * @param routing runs while the router works, and not while it waits
     * @param heard what the model said so far
     */
    record Attempt(
            Candidate candidate,
            Question question,
            List<ChatMessage> messages,
            List<ToolSpecification> tools,
            String reservation,
            Limits limits,
            Progress progress,
            Stopwatch routing,
            StringBuilder heard) {}

    Result call(Attempt attempt) {
        var candidate = attempt.candidate();
        if (candidate.isOffline()) {
            return asked(attempt);
        }
        if (breakers.isOpen(candidate)) {
            return new Result.Failed(Failure.BROKEN);
        }
        int input = Tokens.of(attempt.messages());
        int output = config.calls().answerTokens();
        var most = new Spending(input + (long) output, candidate.price().of(input, output));
        attempt.routing().rest();
        var over = budgets.reserve(attempt.reservation(), attempt.question().asker(), attempt.limits(), most)
                .await()
                .indefinitely();
        attempt.routing().goOn();
        if (over.isPresent()) {
            return new Result.Over(over.get());
        }
        var spent = Spending.NOTHING;
        try {
            var result = inLine(attempt);
            spent = spent(candidate, result, input, attempt.heard());
            return result;
        } finally {
            budgets.settle(attempt.reservation(), spent).await().indefinitely();
        }
    }

    /** What was heard of a failed call is paid for, too; a call of which nothing was heard costs nothing. */
    private static Spending spent(Candidate candidate, Result result, int input, StringBuilder heard) {
        if (result instanceof Result.Answer(var response)) {
            var usage = Optional.ofNullable(response.tokenUsage());
            long read = usage.map(TokenUsage::inputTokenCount)
                    .map(Integer::longValue)
                    .orElse((long) input);
            long written = usage.map(TokenUsage::outputTokenCount)
                    .map(Integer::longValue)
                    .orElse((long) Tokens.of(heard));
            return new Spending(read + written, candidate.price().of(read, written));
        }
        int written = Tokens.of(heard);
        return written == 0
                ? Spending.NOTHING
                : new Spending(input + (long) written, candidate.price().of(input, written));
    }

    private Result inLine(Attempt attempt) {
        var line = providers
                .named(attempt.candidate().provider())
                .map(Provider::line)
                .orElseThrow();
        attempt.routing().rest();
        try {
            if (!line.enter(config.conversations().patience(), attempt.progress()::queued)) {
                return new Result.Full();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Failed(Failure.BROKEN);
        }
        attempt.routing().goOn();
        try {
            return asked(attempt);
        } finally {
            line.leave();
        }
    }

    private Result asked(Attempt attempt) {
        var candidate = attempt.candidate();
        var model = candidate.speaking().apply(attempt.question().asker());
        var request = request(attempt);
        try {
            var response = breakers.of(candidate)
                    .call(
                            () -> {
                                breakers.used(candidate);
                                attempt.heard().setLength(0);
                                attempt.routing().stop().ifPresent(routing::record);
                                return Call.of(
                                        model,
                                        request,
                                        text -> hear(attempt, text),
                                        config.calls().longest());
                            },
                            ChatResponse.class);
            count(candidate, "answered");
            return new Result.Answer(response);
        } catch (CircuitBreakerOpenException e) {
            return new Result.Failed(Failure.BROKEN);
        } catch (Exception e) {
            return failed(candidate, CallFailed.in(e).map(CallFailed::failure).orElse(Failure.BROKEN), e);
        }
    }

    private Result failed(Candidate candidate, Failure failure, Exception thrown) {
        // only what this service made itself is free of content
        LOG.warnf(
                "a call failed candidate=%s failure=%s error=%s",
                candidate.name(),
                failure,
                CallFailed.in(thrown)
                        .map(Throwable::getMessage)
                        .orElse(thrown.getClass().getName()));
        count(candidate, failure.name().toLowerCase(Locale.ROOT));
        providers.named(candidate.provider()).ifPresent(provider -> {
            switch (failure) {
                case KEY_REFUSED -> provider.takeOut();
                case BROKEN -> providers.ails(provider);
                case NO_TOOLS -> provider.hasNoTools(candidate.model());
                case RATE_LIMITED, TOO_LONG, FILTERED, INVALID -> {}
            }
        });
        return new Result.Failed(failure);
    }

    private void hear(Attempt attempt, String text) {
        if (attempt.heard().length() < config.calls().answerCharacters()) {
            attempt.heard().append(text);
            attempt.progress().said(attempt.heard());
        }
    }

    private ChatRequest request(Attempt attempt) {
        var parameters =
                ChatRequestParameters.builder().maxOutputTokens(config.calls().answerTokens());
        attempt.question().temperature().ifPresent(parameters::temperature);
        if (attempt.candidate().capabilities().tools() && !attempt.tools().isEmpty()) {
            parameters.toolSpecifications(attempt.tools());
        }
        return ChatRequest.builder()
                .messages(attempt.messages())
                .parameters(parameters.build())
                .build();
    }

    private void count(Candidate candidate, String outcome) {
        meters.counter("warren.ai.calls", "provider", candidate.provider(), "outcome", outcome)
                .increment();
    }
}
