package dev.warren.leveling.card;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * All that a chart shows: numbers above, bars below. Equal charts have the same picture.
 *
 * @param tiles 1 to 5
 * @param bars 1 to 31, none negative
 */
public record Chart(String title, String subtitle, List<Tile> tiles, List<Bar> bars, Theme theme) {
    private static final int MOST_TILES = 5;
    private static final int MOST_BARS = 31;

    public Chart {
        requireNonNull(title, "title");
        requireNonNull(subtitle, "subtitle");
        requireNonNull(theme, "theme");
        tiles = List.copyOf(tiles);
        bars = List.copyOf(bars);
        if (tiles.isEmpty() || tiles.size() > MOST_TILES) {
            throw new IllegalArgumentException("tiles must be 1 to " + MOST_TILES + ": " + tiles.size());
        }
        if (bars.isEmpty() || bars.size() > MOST_BARS) {
            throw new IllegalArgumentException("bars must be 1 to " + MOST_BARS + ": " + bars.size());
        }
    }

    /** A number with its name. */
    public record Tile(String label, String value) {}

    /** A step of time. */
    public record Bar(String label, long value) {
        public Bar {
            if (value < 0) {
                throw new IllegalArgumentException("value must not be negative: " + value);
            }
        }
    }
}
