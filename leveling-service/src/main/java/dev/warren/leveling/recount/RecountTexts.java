package dev.warren.leveling.recount;

import dev.warren.leveling.experience.RecountPreview;
import dev.warren.leveling.standing.Shown;
import dev.warren.runtime.commands.CustomId;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.topics.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** What {@code /xp recount} says. */
final class RecountTexts {
    static final String HANDLER = "recount";
    private static final int GOLD = 0xF1C40F;

    private RecountTexts() {}

    static MessageBody of(RecountPreview preview, long version, Instant at, boolean more) {
        if (preview.gaining() == 0 && preview.losing() == 0) {
            return MessageBody.embed(
                    Embed.of("Recount", "Nobody gains or loses: all XP are as the rules of now would have them.")
                            .withColor(GOLD));
        }
        var lines = new ArrayList<String>();
        lines.add("**%s** members gain %s XP, **%s** lose %s XP, of %s that were looked at."
                .formatted(
                        Shown.number(preview.gaining()),
                        Shown.number(preview.gained()),
                        Shown.number(preview.losing()),
                        Shown.number(preview.lost()),
                        Shown.number(preview.members())));
        if (more) {
            lines.add("There are more members than a preview looks at; a recount does all.");
        }
        lines.add("");
        preview.most()
                .forEach(change -> lines.add("%s: %s → %s"
                        .formatted(
                                change.name().isEmpty() ? "<@" + change.member() + ">" : Shown.name(change.name()),
                                Shown.number(change.before()),
                                Shown.number(change.after()))));
        return MessageBody.embed(Embed.of("Recount", String.join("\n", lines))
                        .withColor(GOLD)
                        .withFooter("Levels that were told stay told."))
                .withRows(Component.Row.of(new Button(
                        CustomId.of(Service.LEVELING, HANDLER, version, at.toEpochMilli())
                                .toString(),
                        "Recount",
                        Style.DANGER,
                        Optional.empty(),
                        false,
                        AnswerKind.UPDATE)));
    }
}
