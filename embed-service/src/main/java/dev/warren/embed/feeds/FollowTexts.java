package dev.warren.embed.feeds;

import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What members read about what they follow. */
final class FollowTexts {
    private static final int LONGEST_LINE = 120;
    private static final int LONGEST = 1_900;

    private FollowTexts() {}

    static Outcome added(FollowRow follow, FeedRow feed) {
        return Outcome.ephemeral(MessageBody.text("✅ From now on <#" + follow.channel + "> follows **"
                + Line.defused(feed.title) + "** (number " + follow.number() + ")."
                + " What is there already is not announced. `/follow test " + follow.number()
                + "` shows how it will look."));
    }

    static Outcome already(FollowRow follow) {
        return Outcome.refused(
                "followed-already",
                "<#" + follow.channel + "> follows that already, under number " + follow.number() + ".");
    }

    static Outcome full(int most) {
        return Outcome.refused(
                "too-many",
                "This server follows " + most + " feeds, and that is the most. `/follow remove` makes room.");
    }

    static Outcome gone() {
        return Outcome.refused("no-such-follow", "That is not followed any more.");
    }

    static Outcome empty(FeedRow feed) {
        return Outcome.ephemeral(
                MessageBody.text("**" + Line.defused(feed.title) + "** answers, and has nothing to show just now."));
    }

    static Outcome failing(FeedRow feed, String reason) {
        return Outcome.refused(
                "not-readable", "**" + Line.defused(feed.title) + "** does not answer rightly (" + reason + ").");
    }

    static Outcome unknown(String typed) {
        return Outcome.refused(
                "no-such-follow",
                "There is no number " + Line.defused(Line.of(typed, 20).orElse(""))
                        + " here; `/follow list` shows them.");
    }

    static Outcome removed(FollowRow follow, String title) {
        return Outcome.ephemeral(MessageBody.text(
                "<#" + follow.channel + "> does not follow **" + Line.defused(title) + "** any more."));
    }

    static MessageBody list(List<FollowRow> follows, Map<Long, FeedRow> feeds) {
        if (follows.isEmpty()) {
            return MessageBody.text("Nothing is followed here yet. `/follow add` begins.");
        }
        var lines = follows.stream().map(follow -> line(follow, feeds)).toList();
        var shown = new StringBuilder();
        int fit = 0;
        for (var line : lines) {
            if (shown.length() + line.length() > LONGEST) {
                break;
            }
            shown.append(line).append('\n');
            fit++;
        }
        return MessageBody.text(shown + (fit < lines.size() ? "… and " + (lines.size() - fit) + " more" : ""));
    }

    private static String line(FollowRow follow, Map<Long, FeedRow> feeds) {
        var feed = feeds.get(follow.feed);
        var title = feed == null
                ? "?"
                : Line.defused(Line.of(feed.title, LONGEST_LINE).orElse(feed.kind));
        var state = feed == null
                ? ""
                : feed.isPaused() ? " ⏸️ paused: " + feed.trouble : feed.failures > 0 ? " ⚠️ " + feed.trouble : "";
        return "`" + follow.number() + "` " + title + (feed == null ? "" : " (" + feed.kind + ")") + " → <#"
                + follow.channel + ">"
                + follow.roleId().map(role -> " <@&" + role + ">").orElse("") + state;
    }

    static String label(FollowRow follow, FeedRow feed) {
        return Line.of(follow.number() + " " + feed.title + " (" + feed.kind + ")", 100)
                .orElseThrow();
    }

    static String kinds(String[] ids) {
        return java.util.Arrays.stream(ids).map(id -> "`" + id + "`").collect(Collectors.joining(", "));
    }
}
