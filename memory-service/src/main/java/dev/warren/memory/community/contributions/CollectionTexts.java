package dev.warren.memory.community.contributions;

import dev.warren.memory.community.Community;
import dev.warren.memory.community.Texts;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;

/** What members read of the collections. Embeds ping nobody. */
final class CollectionTexts {
    /** On one page of a list; with their texts they stay within Discord's 4,096 characters of an embed. */
    static final int PAGE_SIZE = 5;

    private static final int COLOR = 0x5865F2;
    private static final int SHOWN_TITLE = 60;
    private static final int SHOWN_ABOUT = 90;

    private CollectionTexts() {}

    /** One of them, whole. */
    static MessageBody whole(Contribution it) {
        var text = switch (it.collection()) {
            case GALLERY -> (it.about().isEmpty() ? "" : it.about() + "\n\n") + it.url();
            case CREATORS -> it.about() + ": " + it.url();
        };
        return MessageBody.embed(Embed.of(it.title(), text + "\n" + origin(it)).withColor(COLOR));
    }

    /** One of them in a list. */
    static String line(Contribution it) {
        var link =
                "`" + it.id() + "` [" + Texts.escaped(Texts.shortened(it.title(), SHOWN_TITLE)) + "](" + it.url() + ")";
        return switch (it.collection()) {
            case GALLERY -> link + about(it) + "\n" + origin(it);
            case CREATORS -> link + " · " + Texts.escaped(it.about()) + " · <@" + it.by() + ">";
        };
    }

    private static String about(Contribution it) {
        return it.about().isEmpty() ? "" : "\n" + Texts.escaped(Texts.shortened(it.about(), SHOWN_ABOUT));
    }

    private static String origin(Contribution it) {
        return "-# `" + it.id() + "`, by <@" + it.by() + ">, " + Community.stamp(it.madeAt(), "D");
    }
}
