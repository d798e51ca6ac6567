package dev.warren.leveling.inspection;

import dev.warren.leveling.experience.Exclusion;
import dev.warren.leveling.experience.Judged;
import dev.warren.leveling.experience.Judged.Decision;
import dev.warren.leveling.inspection.Earnings.Entry;
import dev.warren.leveling.inspection.Earnings.Sum;
import dev.warren.leveling.rules.Curve;
import dev.warren.leveling.standing.Shown;
import dev.warren.schemas.bot.Embed;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code /xp why} and {@code /xp at} say. */
final class InspectionTexts {
    private static final int GOLD = 0xF1C40F;

    private InspectionTexts() {}

    /** Each decision about somebody's last messages; where none is kept, what they earned. */
    static Embed why(String name, List<Judged> judged, Sum sum) {
        var lines = judged.isEmpty()
                ? sum.last().stream().map(InspectionTexts::line).collect(Collectors.joining("\n"))
                : judged.stream().map(InspectionTexts::line).collect(Collectors.joining("\n"));
        var footer = judged.isEmpty()
                ? "What earned XP last. Messages that earned none are kept only where rules look back, as those against farming do."
                : "The last %d messages, the newest first".formatted(judged.size());
        return Embed.of("XP of " + Shown.name(name), lines.isEmpty() ? "Nothing yet." : lines)
                .withColor(GOLD)
                .withFooter(footer);
    }

    static Embed at(String name, Instant moment, Sum sum, Curve curve) {
        var lines = sum.last().stream().map(InspectionTexts::line).collect(Collectors.joining("\n"));
        var total = "%s: **%s XP**, level **%s**"
                .formatted(time(moment), Shown.number(sum.xp()), Shown.number(curve.level(sum.xp())));
        var adjusted = sum.adjusted() == 0
                ? ""
                : "\nEarned %s, adjusted by %s".formatted(Shown.number(sum.earned()), signed(sum.adjusted()));
        return Embed.of("XP of " + Shown.name(name), total + adjusted + (lines.isEmpty() ? "" : "\n\n" + lines))
                .withColor(GOLD)
                .withFooter("What made it, the newest first");
    }

    private static String line(Judged judged) {
        var feature = judged.feature();
        var became = switch (judged.decision()) {
            case Decision.Earned(var xp) -> "**+%s XP**".formatted(Shown.number(xp));
            case Decision.SameMinute() -> "nothing: another message has that minute";
            case Decision.Refused(var why) -> "nothing: " + words(why);
        };
        var place = feature.places().isEmpty() ? "" : " <#" + feature.places().getFirst() + ">";
        return time(feature.createdAt()) + place + " " + became;
    }

    private static String line(Entry entry) {
        var what = switch (entry.kind()) {
            case "message" -> "message `" + entry.reference() + "`";
            case "voice" -> "a minute in <#" + entry.reference() + ">";
            case "coins" -> "coins of transaction #" + entry.reference();
            default -> "adjusted by hand";
        };
        return time(entry.at()) + " " + what + " **" + signed(entry.xp()) + " XP**";
    }

    private static String signed(long xp) {
        return (xp < 0 ? "-" : "+") + Shown.number(Math.abs(xp));
    }

    private static String time(Instant at) {
        return "<t:" + at.getEpochSecond() + ":f>";
    }

    private static String words(Exclusion why) {
        return switch (why) {
            case COMMAND -> "it was a command";
            case MODULE_OFF -> "leveling was off";
            case ROLE -> "one of their roles earns nothing";
            case CHANNEL -> "nothing is earned in that channel";
            case TOO_SHORT -> "too short, repeats counted once";
            case TOO_SIMILAR -> "too much like one of their last messages";
            case TOO_FAST -> "typed faster than one types";
            case DIRECT_MESSAGE, WEBHOOK, BOT, SYSTEM_MESSAGE -> "nobody of this server wrote it";
        };
    }
}
