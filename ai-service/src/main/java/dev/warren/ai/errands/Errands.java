package dev.warren.ai.errands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.ai.work.Done;
import dev.warren.ai.work.Job;
import dev.warren.ai.work.Jobs;
import dev.warren.runtime.commands.Answer;
import dev.warren.runtime.commands.Answers;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.runtime.trouble.Decisions;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Keys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Notes errands and turns what came of them into the answer, under the id that an answer at once would have had. */
@ApplicationScoped
public class Errands {
    private final Jobs jobs;
    private final Answers answers;
    private final SettingsView settings;
    private final Decisions decisions;
    private final ErrandConfig config;
    private final ObjectMapper mapper = WireJson.mapper();

    Errands(Jobs jobs, Answers answers, SettingsView settings, Decisions decisions, ErrandConfig config) {
        this.jobs = jobs;
        this.answers = answers;
        this.settings = settings;
        this.decisions = decisions;
        this.config = config;
    }

    /** What is noted. */
    record Noted(Origin origin, Map<String, String> arguments) {}

    /**
     * Notes an errand; nothing is answered until it is done. A member's errands are done one after another, and only so many wait.
     *
     * @param kind of the worker that does it
     */
    public Uni<Outcome> note(
            Call<? extends InteractionEvent> call,
            Mutiny.StatelessSession tx,
            String kind,
            Map<String, String> arguments) {
        return note(call, tx, job(call, call.id(), kind, call.origin(), arguments))
                .map(noted -> noted
                        ? Outcome.silent()
                        : Outcome.refused(
                                "busy", "I am still busy with other things for you. Please ask again in a moment."));
    }

    /** Notes an errand whose answer is a message of its own, beside what is answered at once; whether there was room for it. */
    public Uni<Boolean> noteAside(
            Call<? extends InteractionEvent> call,
            Mutiny.StatelessSession tx,
            String kind,
            Map<String, String> arguments) {
        var asked = call.origin();
        var aside = new Origin(
                Optional.empty(), asked.message(), asked.guild(), asked.channel(), asked.member(), asked.locale());
        return note(call, tx, job(call, call.id().derive("aside"), kind, aside, arguments));
    }

    private Job job(
            Call<? extends InteractionEvent> call,
            EventId id,
            String kind,
            Origin origin,
            Map<String, String> arguments) {
        return new Job(
                id,
                call.received().event().correlationId(),
                kind,
                "errands:" + Keys.member(origin.guild(), origin.member().id()),
                write(new Noted(origin, arguments)),
                call.time(),
                call.time().plus(config.expiry()),
                call.received().traceParent(),
                0);
    }

    private Uni<Boolean> note(Call<? extends InteractionEvent> call, Mutiny.StatelessSession tx, Job job) {
        return jobs.waiting(tx, job.lane())
                .chain(waiting -> waiting >= config.mostWaiting()
                        ? Uni.createFrom().item(false)
                        : jobs.note(tx, job, call.guild(), call.member().id()).replaceWith(true));
    }

    /** Does a job by this. */
    public Done done(Job job, Function<Errand, Answer> work) {
        var noted = read(job);
        var held = settings.at(noted.origin().guild(), job.at());
        return answered(job, noted.origin(), work.apply(new Errand(job, noted.origin(), noted.arguments(), held)));
    }

    /** Tells that a job was tried in vain, or that its time was over. */
    public Done givenUp(Job job, boolean late) {
        var refusal = late
                ? new Answer.Refusal("stale", "That took me too long. Please ask again.", Map.of())
                : new Answer.Refusal("failed", "Something went wrong on my side. Please ask again later.", Map.of());
        return answered(job, read(job).origin(), refusal);
    }

    private Done answered(Job job, Origin origin, Answer answer) {
        if (answer instanceof Answer.Refusal(var reason, var _, var details)) {
            decisions.tell(reason, List.of(job.correlation()), details);
        }
        var key = Keys.member(origin.guild(), origin.member().id());
        var cause = new Event<>(job.id(), "/ai", job.at(), key, job.correlation(), Optional.empty(), job.kind());
        return Done.emitting(answers.toEvents(cause, origin, List.of(answer)));
    }

    private Noted read(Job job) {
        try {
            return mapper.readValue(job.body(), Noted.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a noted errand cannot be read: " + job.id(), e);
        }
    }

    private String write(Noted noted) {
        try {
            return mapper.writeValueAsString(noted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an errand cannot be written", e);
        }
    }
}
