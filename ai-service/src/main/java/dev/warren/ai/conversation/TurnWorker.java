package dev.warren.ai.conversation;

import dev.warren.ai.AiConfig;
import dev.warren.ai.AiSettings;
import dev.warren.ai.asking.Answered;
import dev.warren.ai.asking.Answered.Refused;
import dev.warren.ai.asking.Answered.Said;
import dev.warren.ai.asking.Asker;
import dev.warren.ai.asking.Asking;
import dev.warren.ai.asking.Censor;
import dev.warren.ai.asking.Question;
import dev.warren.ai.asking.Style.Styles;
import dev.warren.ai.conversation.Prompts.Known;
import dev.warren.ai.delivery.AnswerCache;
import dev.warren.ai.delivery.LiveReply;
import dev.warren.ai.delivery.Repetition;
import dev.warren.ai.personas.Personas;
import dev.warren.ai.work.Done;
import dev.warren.ai.work.Job;
import dev.warren.ai.work.Worker;
import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.runtime.trouble.Decisions;
import dev.warren.runtime.trouble.Incidents;
import dev.warren.schemas.conversation.ConversationEvent.TurnTaken;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers a turn: from what was answered lately, or by a model; what was said is told to the conversation. */
@ApplicationScoped
class TurnWorker implements Worker {
    private static final String AGAIN =
            "You have just given the same answer. Say something else this time, or say briefly that you have nothing"
                    + " to add.";

    private final AiConfig config;
    private final Asking asking;
    private final AnswerCache cache;
    private final Conversations conversations;
    private final Window window;
    private final Words words;
    private final MemberMemory memory;
    private final Personas personas;
    private final Styles styles;
    private final Censor censor;
    private final SettingsView settings;
    private final EventPublisher publisher;
    private final Decisions decisions;
    private final InstantSource clock;

    TurnWorker(
            AiConfig config,
            Asking asking,
            AnswerCache cache,
            Conversations conversations,
            Window window,
            Words words,
            MemberMemory memory,
            Personas personas,
            Styles styles,
            Censor censor,
            SettingsView settings,
            EventPublisher publisher,
            Decisions decisions,
            InstantSource clock) {
        this.config = config;
        this.asking = asking;
        this.cache = cache;
        this.conversations = conversations;
        this.window = window;
        this.words = words;
        this.memory = memory;
        this.personas = personas;
        this.styles = styles;
        this.censor = censor;
        this.settings = settings;
        this.publisher = publisher;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Turn.KIND;
    }

    @Override
    public Done work(Job job) {
        var turn = Turn.fromJson(job.body());
        var asker = turn.asker();
        var held = settings.at(asker.guild(), job.at());
        var known = known(turn, asker);
        var live = reply(job, turn, known.persona().loadingLine(), held);
        var refusal = censor.prompt(held, turn.prompt());
        if (refusal.isPresent()) {
            return refused(job, live, "content-rule", refusal.get());
        }
        var key = key(turn, known, held);
        var kept = key.flatMap(one -> cache.find(one).await().indefinitely());
        if (kept.isPresent()) {
            return said(
                    job,
                    turn,
                    known,
                    live,
                    held,
                    new Said(kept.get().text(), kept.get().model(), false, false));
        }
        return switch (ask(job, turn, known, live)) {
            case Refused(var reason, var text) -> refused(job, live, reason, text);
            case Said said -> {
                if (!said.offline() && !said.tools()) {
                    key.ifPresent(one ->
                            cache.keep(one, said.text(), said.model()).await().indefinitely());
                }
                yield said(job, turn, known, live, held, said);
            }
        };
    }

    private Known known(Turn turn, Asker asker) {
        return Uni.combine()
                .all()
                .unis(
                        personas.of(asker.guild(), asker.user()),
                        styles.style(asker.guild(), asker.user()),
                        window.last(turn.conversation()),
                        window.summary(asker.channel(), asker.user()),
                        words.chain(turn.replyTo()),
                        recall(asker, turn.prompt()))
                .with((persona, style, before, summary, chain, facts) ->
                        new Known(persona, style, before, before.isEmpty() ? summary : Optional.empty(), chain, facts))
                .await()
                .indefinitely();
    }

    /** Waits briefly, then goes on without. */
    private Uni<Optional<String>> recall(Asker asker, String prompt) {
        int most = config.memory().characters();
        return memory.recall(asker, prompt)
                .map(facts -> facts.map(text -> text.substring(0, Math.min(most, text.length())))
                        .filter(text -> !text.isBlank()))
                .ifNoItem()
                .after(config.memory().patience())
                .fail()
                .onFailure()
                .recoverWithItem(Optional.<String>empty());
    }

    private LiveReply reply(Job job, Turn turn, String loadingLine, GuildSettings held) {
        return new LiveReply(
                job,
                turn.origin(),
                loadingLine,
                config.delivery(),
                publisher,
                clock,
                text -> censor.answer(held, text));
    }

    /** Where the answer may be one for everybody in the guild. */
    private static Optional<AnswerCache.Key> key(Turn turn, Known known, GuildSettings held) {
        return known.isPersonal()
                ? Optional.empty()
                : turn.origin()
                        .guild()
                        .map(guild -> AnswerCache.Key.of(
                                guild,
                                List.of(
                                        known.persona().id(),
                                        known.persona().instructions(),
                                        known.style().toString(),
                                        AiSettings.model(held).orElse(""),
                                        AiSettings.type(held).name()),
                                turn.prompt()));
    }

    private Answered ask(Job job, Turn turn, Known known, LiveReply live) {
        try (var _ = Every.start("typing", config.delivery().typing(), () -> {
            live.stillAtIt();
            return Uni.createFrom().voidItem();
        })) {
            var first = asking.ask(question(job, turn, known, Optional.empty()), live);
            boolean again = first instanceof Said said
                    && !said.offline()
                    && !known.before().isEmpty()
                    && !known.before().getLast().prompt().equals(turn.prompt())
                    && Repetition.same(known.before().getLast().answer(), said.text());
            return again ? asking.ask(question(job, turn, known, Optional.of(AGAIN)), live) : first;
        }
    }

    private static Question question(Job job, Turn turn, Known known, Optional<String> hint) {
        var asker = turn.asker();
        return new Question(
                hint.isEmpty() ? job.id() : job.id().derive("again"),
                asker,
                Turn.KIND,
                Prompts.of(known, asker.name(), turn.prompt(), hint),
                true,
                known.style().temperature(),
                Optional.empty());
    }

    private Done refused(Job job, LiveReply live, String reason, String text) {
        decisions.tell(reason, List.of(job.correlation()), Map.of());
        return Done.emitting(live.finish(text));
    }

    private Done said(Job job, Turn turn, Known known, LiveReply live, GuildSettings held, Said said) {
        var text = Repetition.cut(said.text());
        var refusal = censor.answer(held, text);
        if (refusal.isPresent()) {
            return refused(job, live, "content-rule", refusal.get());
        }
        var now = clock.instant();
        window.add(turn.conversation(), new Window.Said(turn.prompt(), text, now))
                .await()
                .indefinitely();
        var shown = said.offline() ? text + "\n-# Offline default: no model answers right now." : text;
        var events = live.finish(shown);
        return new Done(tx -> taken(tx, job, turn, known, said, text, events));
    }

    private Uni<List<Outgoing<?>>> taken(
            SqlConnection tx, Job job, Turn turn, Known known, Said said, String text, List<Outgoing<?>> events) {
        var now = clock.instant();
        return conversations.answered(tx, turn.conversation(), now).map(number -> {
            var all = new ArrayList<>(events);
            number.ifPresent(place -> all.add(job.causes(
                    Topics.CONVERSATION_EVENTS,
                    "turn",
                    Keys.member(turn.origin().guild(), turn.origin().member().id()),
                    new TurnTaken(
                            turn.origin().guild(),
                            turn.origin().channel(),
                            turn.origin().member().id(),
                            turn.conversation(),
                            place,
                            turn.prompt(),
                            text,
                            known.persona().id(),
                            said.model(),
                            now))));
            return all;
        });
    }

    @Override
    public Done givenUp(Job job, boolean late) {
        var turn = Turn.fromJson(job.body());
        var live = reply(job, turn, "", settings.at(turn.origin().guild(), job.at()));
        return late
                ? refused(job, live, "stale", "I was away. Please ask again.")
                : refused(
                        job,
                        live,
                        "failed",
                        "Something went wrong on my side. Incident `%s`.".formatted(Incidents.id(job.id())));
    }
}
