package dev.warren.ai.reading;

import dev.warren.ai.asking.Answered;
import dev.warren.ai.asking.Asker;
import dev.warren.ai.asking.Asking;
import dev.warren.ai.asking.Progress;
import dev.warren.ai.asking.Question;
import dev.warren.ai.errands.Errand;
import dev.warren.ai.lookups.LookedUp;
import dev.warren.ai.lookups.Lookups;
import dev.warren.ai.rules.ContentRules;
import dev.warren.runtime.commands.Answer;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.ids.ChannelId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Reads what members wrote, as far as whoever asks may read it, and has a model say something about it. On virtual threads. */
@ApplicationScoped
class Reader {
    private static final String FOOTER = "\n-# Offline default: no model answers right now.";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Lookups lookups;
    private final Asking asking;

    Reader(Lookups lookups, Asking asking) {
        this.lookups = lookups;
        this.asking = asking;
    }

    /**
     * What is to be read, and how.
     *
     * @param wanted which of the messages count
     * @param fewest messages that are worth it
     */
    record Wish(
            ChannelId channel,
            int limit,
            Predicate<MessageCreated> wanted,
            int fewest,
            String purpose,
            String instructions,
            String title) {}

    Answer read(Errand errand, Asker asker, Wish wish) {
        var guild = errand.origin().guild();
        if (guild.isEmpty()) {
            return refused("no-guild", "I can do that on a server only, not in direct messages.");
        }
        var looked = lookups.messages(errand.job().id(), asker, guild.get(), wish.channel(), wish.limit())
                .await()
                .atMost(PATIENCE);
        return switch (looked) {
            case LookedUp.Found<List<MessageCreated>>(var messages) -> say(errand, asker, wish, messages);
            case LookedUp.Refused<List<MessageCreated>>(var reason) ->
                refused(
                        "not-readable",
                        reason.contains("invoker")
                                ? "You may not read the messages of <#" + wish.channel() + ">, so I do not either."
                                : "I could not read <#" + wish.channel() + ">: " + reason + ".");
            case LookedUp.NotInTime<List<MessageCreated>> _ ->
                refused("not-in-time", "Discord did not give me the messages in time. Please ask again.");
        };
    }

    private Answer say(Errand errand, Asker asker, Wish wish, List<MessageCreated> all) {
        var messages = all.stream()
                .filter(message -> !message.author().bot() && message.command().isEmpty())
                .filter(message -> !message.content().isBlank())
                .filter(wish.wanted())
                .toList();
        if (messages.size() < wish.fewest()) {
            return refused(
                    "too-little",
                    "There is too little to read: %d messages, and at least %d would be needed."
                            .formatted(messages.size(), wish.fewest()));
        }
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var question = Question.of(
                errand.job().id(),
                asker,
                wish.purpose(),
                wish.instructions(),
                Transcript.prompt(mark, Transcript.of(messages)));
        return switch (asking.ask(question, Progress.UNSEEN)) {
            case Answered.Refused(var reason, var text) -> refused(reason, text);
            case Answered.Said said -> said(errand, wish, said, messages.size());
        };
    }

    private static Answer said(Errand errand, Wish wish, Answered.Said said, int messages) {
        return ContentRules.of(errand.settings(), ContentRules.Side.ANSWER)
                .broken(said.text())
                .<Answer>map(rule -> refused("content-rule", ContentRules.refusal(rule)))
                .orElseGet(() -> new Answer.Message(
                        MessageBody.text("%s (%d messages)\n%s%s"
                                .formatted(wish.title(), messages, said.text(), said.offline() ? FOOTER : "")),
                        false));
    }

    private static Answer refused(String reason, String text) {
        return new Answer.Refusal(reason, text, Map.of());
    }
}
