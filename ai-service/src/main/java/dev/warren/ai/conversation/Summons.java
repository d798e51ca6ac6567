package dev.warren.ai.conversation;

import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.ids.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a message is for the bot. One that the gateway took for a command never is, nor one that a bot, a webhook or a member long ago
 * wrote.
 *
 * @param summons lower-case words that call the bot, at the beginning of a message
 * @param dismissals lower-case words that end a conversation, as a whole message
 * @param bot the bot itself, where it is known
 */
record Summons(List<String> summons, List<String> dismissals, Optional<UserId> bot) {
    Summons {
        summons = List.copyOf(summons);
        dismissals = List.copyOf(dismissals);
    }

    /** How a message is meant. */
    enum Meaning {
        /** Not for the bot. */
        NOTHING,
        /** It asks something. */
        QUESTION,
        /** It calls the bot, and asks nothing. */
        CALL,
        /** It ends the conversation that is open. */
        DISMISSAL
    }

    /** @param open whether the member is in a conversation in that channel */
    Meaning of(MessageCreated message, boolean open) {
        if (message.command().isPresent() || message.author().bot() || message.webhook() || message.backfilled()) {
            return Meaning.NOTHING;
        }
        boolean reply = bot.isPresent() && message.replyToAuthor().equals(bot);
        boolean called = message.mentionsBot() || reply || isSummoned(message.content());
        if (!called && !(open && isToNobodyElse(message))) {
            return Meaning.NOTHING;
        }
        var prompt = prompt(message);
        if (open && dismissals.contains(bare(prompt))) {
            return Meaning.DISMISSAL;
        }
        if (prompt.isEmpty()) {
            return called ? Meaning.CALL : Meaning.NOTHING;
        }
        return Meaning.QUESTION;
    }

    private static boolean isToNobodyElse(MessageCreated message) {
        return message.replyTo().isEmpty()
                && message.mentions().isEmpty()
                && message.mentionedRoles().isEmpty()
                && !message.mentionsEveryone();
    }

    private boolean isSummoned(String content) {
        return summonLength(content) > 0;
    }

    /** How many characters at the beginning call the bot; a word that goes on is another word. */
    private int summonLength(String content) {
        var lower = content.toLowerCase(Locale.ROOT);
        return summons.stream()
                .filter(lower::startsWith)
                .filter(word ->
                        lower.length() == word.length() || !Character.isLetterOrDigit(lower.codePointAt(word.length())))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** What it asks, without what calls the bot. */
    String prompt(MessageCreated message) {
        var text = message.content().strip();
        var known = bot;
        if (known.isPresent()) {
            text = text.replace("<@" + known.get() + ">", " ")
                    .replace("<@!" + known.get() + ">", " ")
                    .strip();
        } else if (message.mentionsBot() && message.mentions().size() == 1) {
            text = text.replaceAll("<@!?" + message.mentions().getFirst() + ">", " ")
                    .strip();
        }
        int called = Math.min(summonLength(text), text.length());
        return text.substring(called).replaceFirst("^[\\s,.:;!?]+", "").strip();
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s,.:;!]+$", "").strip();
    }
}
