package dev.warren.leveling.rank;

import dev.warren.leveling.standing.Shown;
import dev.warren.leveling.standing.Standing;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.FileRef;
import dev.warren.schemas.bot.MessageBody;

/** What {@code /rank} says. */
final class RankTexts {
    static final String GUILD_ONLY = "Ranks belong to a server. Please ask there.";

    private static final int GOLD = 0xF1C40F;
    private static final int BAR = 20;

    private RankTexts() {}

    static MessageBody of(Standing standing) {
        long into = standing.intoLevel();
        long takes = standing.levelTakes();
        var text = """
                Rank **%s** · Level **%s**
                `%s` %d %%
                **%s** / %s XP to level %s
                %s XP in total""".formatted(
                        place(standing),
                        Shown.number(standing.level()),
                        bar(into, takes),
                        percent(into, takes),
                        Shown.number(into),
                        Shown.number(takes),
                        Shown.number(standing.level() + 1L),
                        Shown.number(standing.xp()));
        return MessageBody.embed(Embed.of(Shown.name(standing.name()), text).withColor(GOLD));
    }

    /** The card, and what it says in a line. */
    static MessageBody with(Standing standing, FileRef card) {
        return MessageBody.text("%s · Rank **%s** · Level **%s** · %s XP in total"
                        .formatted(
                                Shown.name(standing.name()),
                                place(standing),
                                Shown.number(standing.level()),
                                Shown.number(standing.xp())))
                .withFiles(card);
    }

    /** All that the card shows, for those who cannot see it. */
    static String alt(Standing standing) {
        return "Rank card: %s, rank %s, level %s, %s of %s XP to level %s, %s XP in total"
                .formatted(
                        standing.name(),
                        place(standing),
                        Shown.number(standing.level()),
                        Shown.number(standing.intoLevel()),
                        Shown.number(standing.levelTakes()),
                        Shown.number(standing.level() + 1L),
                        Shown.number(standing.xp()));
    }

    private static String place(Standing standing) {
        return standing.look().hidden() ? "hidden" : "#" + Shown.number(standing.place());
    }

    static MessageBody hidden(String name) {
        return MessageBody.text(Shown.name(name) + " keeps their rank to themselves.");
    }

    static MessageBody nothingYet() {
        return MessageBody.text(
                "You have no XP yet. Say something: each minute in which you write earns some, and levels follow.");
    }

    static MessageBody nothingYet(String name) {
        return MessageBody.text(
                Shown.name(name) + " has no XP yet. Each minute in which they write earns some, and levels follow.");
    }

    static MessageBody bot(String name) {
        return MessageBody.text(Shown.name(name) + " is a bot, and bots earn no XP.");
    }

    /** Never full, since the level is not done; never empty once something is earned. Beyond the highest level it stands still. */
    private static String bar(long into, long takes) {
        long filled = Math.clamp(Math.min(into, takes) * BAR / takes, into > 0 ? 1 : 0, BAR - 1);
        return "█".repeat((int) filled) + "░".repeat((int) (BAR - filled));
    }

    private static long percent(long into, long takes) {
        return Math.min(99, Math.min(into, takes) * 100 / takes);
    }
}
