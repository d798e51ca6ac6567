package dev.warren.memory.privacy;

import dev.warren.runtime.commands.CustomId;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Row;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Service;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What members read of their data. */
final class PrivacyTexts {
    static final String OPTED_OUT =
            "From now on I keep nothing of what you say to me. What I have kept so far stays until its time is over; "
                    + "`/privacy erase` deletes it now.";
    static final String OPTED_IN = "From now on I keep what you say to me for a time again. `/privacy show` says more.";
    static final String EXPORTED = "Here is all that I keep of you. The file can be fetched for an hour.";
    static final String ERASING = "I am at it: your key is destroyed, and all rows that are yours go with it. "
            + "The other services are told to forget you, too.";
    static final String NOT_ERASED = "Nothing was erased.";

    private static final int COLOR = 0x5865F2;

    private PrivacyTexts() {}

    static String line(String kept, long count) {
        return "• " + kept + ": " + (count == 0 ? "nothing" : String.format(Locale.ENGLISH, "%,d", count));
    }

    static MessageBody shown(List<String> lines, boolean silent) {
        var state = silent
                ? "You have opted out: nothing is kept of what you say to me. `/privacy opt-in` changes that."
                : "What you say to me is kept. `/privacy opt-out` ends that.";
        return MessageBody.embed(Embed.of(
                        "What I keep of you",
                        String.join("\n", lines)
                                + "\n\nWhat is yours alone is sealed with a key of your own. " + state
                                + "\n`/privacy export` gives you all of it, `/privacy erase` deletes it for good.")
                .withColor(COLOR));
    }

    static MessageBody question(UserId user) {
        return MessageBody.text(
                        "This deletes all that I keep of you, in all servers: profile, reminders, what we said to "
                                + "each other, levels and coins. **It cannot be undone.** Shall I?")
                .withRows(new Row(List.of(
                        button(EraseButtons.YES, user, "Erase everything", Style.DANGER),
                        button(EraseButtons.NO, user, "Keep it", Style.SECONDARY))));
    }

    private static Button button(String answer, UserId user, String label, Style style) {
        return new Button(
                CustomId.of(Service.MEMORY, EraseButtons.HANDLER, answer, user).toString(),
                label,
                style,
                Optional.empty(),
                false,
                AnswerKind.UPDATE);
    }
}
