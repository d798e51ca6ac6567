package dev.warren.memory.community.suggestions;

import dev.warren.memory.community.Community;
import dev.warren.memory.community.Texts;
import dev.warren.memory.community.suggestions.Suggestion.Votes;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Row;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.bot.Target;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import java.time.Duration;
import java.util.Optional;

/** What members read of suggestions. Embeds ping nobody. */
final class SuggestionTexts {
    /** On one page of a list. */
    static final int PAGE_SIZE = 8;

    private static final int SHOWN = 120;
    private static final int MOST_NOTED = 60;
    /** After that nobody looks whether the post is up to date. */
    private static final Duration EDITED_WITHIN = Duration.ofMinutes(10);

    private SuggestionTexts() {}

    /** The suggestion with its buttons. */
    static MessageBody post(Suggestion it, Votes votes) {
        var said = it.note().isEmpty() ? "" : "\n\n**" + it.standing().label() + ":** " + it.note();
        var embed = Embed.of("Suggestion " + it.id() + " · " + it.standing().label(), it.words() + said + origin(it))
                .withColor(color(it.standing()));
        return MessageBody.embed(embed)
                .withRows(Row.of(
                        button(it, "up", "👍", votes.up(), Style.SUCCESS),
                        button(it, "down", "👎", votes.down(), Style.DANGER)));
    }

    /** What stands where a suggestion was. */
    static MessageBody removed(Suggestion it) {
        return MessageBody.text("-# The suggestion `" + it.id() + "` was removed.");
    }

    private static Component button(Suggestion it, String way, String emoji, long votes, Style style) {
        return new Button(
                CustomId.of(Service.MEMORY, VoteButton.HANDLER, it.guild(), it.id(), way)
                        .toString(),
                Long.toString(votes),
                style,
                Optional.of(emoji),
                !it.standing().votable(),
                AnswerKind.UPDATE);
    }

    private static int color(Standing standing) {
        return switch (standing) {
            case OPEN -> 0x5865F2;
            case PLANNED -> 0xFEE75C;
            case ACCEPTED, DONE -> 0x57F287;
            case REJECTED -> 0xED4245;
        };
    }

    private static String origin(Suggestion it) {
        return "\n-# By <@" + it.by() + ">, " + Community.stamp(it.madeAt(), "D");
    }

    /** One of them in a list. */
    static String line(Suggestion it, Votes votes) {
        var note = it.note().isEmpty() ? "" : ": " + Texts.escaped(Texts.shortened(it.note(), MOST_NOTED));
        return "`" + it.id() + "` " + Texts.escaped(Texts.shortened(it.words(), SHOWN)) + "\n-# 👍 " + votes.up()
                + " 👎 " + votes.down() + " · " + it.standing().label() + note + " · <@" + it.by() + ">";
    }

    /** Brings the post up to date. */
    static Outgoing<ReplyEvent> edited(Call<? extends InteractionEvent> call, Suggestion it, Votes votes) {
        var body = it.removedAt().isPresent() ? removed(it) : post(it, votes);
        return call.causes(
                Topics.REPLIES,
                "edit",
                it.channel().toString(),
                new EditMessage(
                        Target.reply(it.channel(), it.reply()),
                        body,
                        call.time().plus(EDITED_WITHIN)));
    }
}
