package dev.warren.leveling.activity;

import dev.warren.leveling.activity.Statistics.Counts;
import dev.warren.leveling.card.Chart;
import dev.warren.leveling.card.Theme;
import dev.warren.leveling.standing.Shown;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.FileRef;
import dev.warren.schemas.bot.MessageBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What statistics say and show. */
final class StatsTexts {
    private static final int BLUE = 0x5865F2;

    private StatsTexts() {}

    /** The numbers of a guild. */
    static List<Chart.Tile> ofGuild(Counts counts) {
        return List.of(
                tile("Messages", counts.written()),
                tile("Active members", counts.active()),
                tile("Commands", counts.commands()),
                tile("Joined", counts.joins()),
                tile("Left", counts.leaves()));
    }

    /** The numbers of a member. */
    static List<Chart.Tile> ofMember(Counts counts, Period period) {
        var tiles = new ArrayList<Chart.Tile>();
        tiles.add(tile("Messages", counts.written()));
        if (period != Period.DAY) {
            tiles.add(tile("Active days", counts.days()));
        }
        tiles.add(tile("Commands", counts.commands()));
        return tiles;
    }

    private static Chart.Tile tile(String label, long value) {
        return new Chart.Tile(label, Shown.number(value));
    }

    static Chart chart(String title, Period period, Instant now, List<Chart.Tile> tiles, Counts counts, Theme theme) {
        var bars = new ArrayList<Chart.Bar>();
        for (int step = 0; step < period.steps(); step++) {
            bars.add(new Chart.Bar(period.label(now, step), counts.messages().get(step)));
        }
        return new Chart(title, period.says() + ", UTC", tiles, bars, theme);
    }

    /** The same in words: the numbers, the most used commands, and the busiest step. */
    static MessageBody body(String title, Chart chart, Counts counts, Optional<FileRef> picture) {
        var numbers = chart.tiles().stream()
                .map(tile -> tile.label() + ": **" + tile.value() + "**")
                .collect(Collectors.joining(" · "));
        var text = numbers + used(counts);
        return picture.map(file -> MessageBody.text("**" + title + "**, " + chart.subtitle() + "\n" + text)
                        .withFiles(file))
                .orElseGet(() -> MessageBody.embed(Embed.of(title, text + "\n\n" + steps(chart))
                        .withColor(BLUE)
                        .withFooter(chart.subtitle())));
    }

    private static String used(Counts counts) {
        return counts.mostUsed().isEmpty()
                ? ""
                : "\nMost used: "
                        + counts.mostUsed().stream()
                                .map(use -> "`" + use.command() + "` " + Shown.number(use.uses()))
                                .collect(Collectors.joining(", "));
    }

    /** For those who cannot see the picture. */
    static String alt(Chart chart) {
        var numbers = chart.tiles().stream()
                .map(tile -> tile.label() + " " + tile.value())
                .collect(Collectors.joining(", "));
        var text = "%s, %s. %s. Messages: %s".formatted(chart.title(), chart.subtitle(), numbers, steps(chart));
        // Discord's bound of an alternative text
        return text.length() <= 1024 ? text : text.substring(0, 1023) + "…";
    }

    private static String steps(Chart chart) {
        var some = chart.bars().stream()
                .filter(bar -> bar.value() > 0)
                .map(bar -> bar.label() + " " + Shown.number(bar.value()))
                .collect(Collectors.joining(", "));
        return some.isEmpty() ? "none" : some;
    }
}
