package dev.warren.ai.delivery;

import dev.warren.ai.AiConfig;
import dev.warren.ai.asking.Progress;
import dev.warren.ai.work.Job;
import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.EditAnswer;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.DeleteMessage;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.bot.ReplyEvent.StartTyping;
import dev.warren.schemas.bot.Target;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * One answer on its way: typing at once, the first words as they come, edits at most so often and of the newest only, and the whole text
 * at the end. Its messages have ids that follow from the question's, so an answer that is begun again changes the same messages. It
 * pings nobody. Safe for all threads.
 */
public final class LiveReply implements Progress {
    private static final Logger LOG = Logger.getLogger(LiveReply.class);
    private static final Duration TYPING = Duration.ofSeconds(10);

    private final Job job;
    private final Origin origin;
    private final String loadingLine;
    private final AiConfig.Delivery config;
    private final EventPublisher publisher;
    private final InstantSource clock;
    private final Function<String, Optional<String>> censor;
    private final Splitter splitter;
    private final List<String> shown = new ArrayList<>();
    private Instant lastShown = Instant.MIN;
    private int edits;
    private boolean speaking;
    private boolean silenced;

    /**
     * @param loadingLine what is said while it takes long; empty for nothing
     * @param censor why a text must not be shown, if so
     */
    public LiveReply(
            Job job,
            Origin origin,
            String loadingLine,
            AiConfig.Delivery config,
            EventPublisher publisher,
            InstantSource clock,
            Function<String, Optional<String>> censor) {
        this.job = job;
        this.origin = origin;
        this.loadingLine = loadingLine;
        this.config = config;
        this.publisher = publisher;
        this.clock = clock;
        this.censor = censor;
        this.splitter = new Splitter(config.characters(), config.parts());
    }

    /** Shows that somebody is at it, from time to time, until there is something to read. */
    public synchronized void stillAtIt() {
        if (speaking) {
            return;
        }
        var now = clock.instant();
        if (origin.interaction().isEmpty()) {
            send(List.of(reply(
                    "typing:" + job.attempt() + "." + ++edits, new StartTyping(origin.channel(), now.plus(TYPING)))));
        }
        if (shown.isEmpty()
                && !loadingLine.isBlank()
                && Duration.between(job.at(), now).compareTo(config.loading()) >= 0) {
            show(List.of(loadingLine), now);
        }
    }

    @Override
    public synchronized void queued(int place) {
        if (!speaking) {
            show(List.of("⏳ %s (place %d in line)".formatted(loadingLine, place).replace("  ", " ")), clock.instant());
        }
    }

    @Override
    public synchronized void said(CharSequence soFar) {
        var now = clock.instant();
        if (silenced
                || (speaking && Duration.between(lastShown, now).compareTo(config.edits()) < 0)
                || isBlank(soFar)) {
            return;
        }
        var text = soFar.toString();
        if (censor.apply(text).isPresent()) {
            // what stands there is replaced at the end, when it is known what to say
            silenced = true;
            return;
        }
        speaking = true;
        var parts = splitter.split(text);
        // only the first message of an interaction is certain to stand before it is edited
        show(origin.interaction().isPresent() ? parts.subList(0, 1) : parts, now);
    }

    private static boolean isBlank(CharSequence text) {
        return text.chars().allMatch(Character::isWhitespace);
    }

    private void show(List<String> parts, Instant now) {
        send(changes(parts, "edit:" + job.attempt() + "." + ++edits, false));
        lastShown = now;
    }

    /** What makes the messages say this, of which nothing is sent here: it is the outcome of the job. */
    public synchronized List<Outgoing<?>> finish(String text) {
        silenced = true;
        speaking = true;
        var parts = splitter.split(text);
        return changes(parts.isEmpty() ? List.of("…") : parts, "final", job.attempt() > 1);
    }

    /** @param unsure whether an attempt before this one may have shown something */
    private List<Outgoing<?>> changes(List<String> parts, String edit, boolean unsure) {
        var events = new ArrayList<Outgoing<?>>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (i >= shown.size()) {
                events.add(posted(i, part));
                shown.add(part);
                if (unsure) {
                    events.add(edited(i, part, edit));
                }
            } else if (unsure || !shown.get(i).equals(part)) {
                events.add(edited(i, part, edit));
                shown.set(i, part);
            }
        }
        while (shown.size() > parts.size()) {
            shown.removeLast();
            int gone = shown.size();
            events.add(reply(
                    edit + ":gone:" + gone,
                    new DeleteMessage(
                            Target.reply(origin.channel(), job.id().derive(name(gone))), Optional.empty(), expiry())));
        }
        return events;
    }

    private static String name(int part) {
        return part == 0 ? "reply" : "reply:" + (part + 1);
    }

    private Outgoing<?> posted(int part, String text) {
        var body = MessageBody.text(text);
        return origin.interaction()
                .<Outgoing<?>>map(interaction ->
                        answer(name(part), interaction, new AnswerMessage(origin, body, false, expiry())))
                .orElseGet(() -> reply(
                        name(part),
                        new PostMessage(
                                origin.channel(),
                                body,
                                part == 0 ? origin.message() : Optional.empty(),
                                Optional.empty(),
                                expiry())));
    }

    private Outgoing<?> edited(int part, String text, String edit) {
        var body = MessageBody.text(text);
        var what = edit + ":" + (part + 1);
        if (part == 0 && origin.interaction().isPresent()) {
            return answer(what, origin.interaction().get(), new EditAnswer(origin, body, expiry()));
        }
        return reply(
                what, new EditMessage(Target.reply(origin.channel(), job.id().derive(name(part))), body, expiry()));
    }

    private Outgoing<ReplyEvent> reply(String what, ReplyEvent payload) {
        return job.causes(Topics.REPLIES, what, origin.channel().toString(), payload);
    }

    private Outgoing<AnswerEvent> answer(String what, InteractionId interaction, AnswerEvent payload) {
        return job.causes(Topics.ANSWERS, what, interaction.toString(), payload);
    }

    private Instant expiry() {
        return job.at().plus(config.expiry());
    }

    /** Nobody waits for these: the newest comes with the next one, and the last word with the outcome. */
    private void send(List<Outgoing<?>> events) {
        if (!events.isEmpty()) {
            publisher
                    .publish(events, job.traceParent())
                    .subscribe()
                    .with(
                            _ -> {},
                            failure -> LOG.warnf(
                                    "not shown jobId=%s error=%s",
                                    job.id(), failure.getClass().getName()));
        }
    }
}
