package dev.warren.leveling.card;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The looks that a card may have. Text on each has a contrast of at least 4.5 to what it stands on, as WCAG 2.2 asks. */
public enum Theme {
    MIDNIGHT(0x171A26, 0x272C45, 0x6C7BFF, 0xA98BFF, 0xFFFFFF, 0xAEB5D3, 0x383F5E),
    EMBER(0x241212, 0x43211A, 0xFF9A4D, 0xFF5A6E, 0xFFFFFF, 0xDDB7AA, 0x5E362E),
    FOREST(0x0D1F18, 0x1B3D2F, 0x44D897, 0xBEEA63, 0xFFFFFF, 0xA9CFBB, 0x2C5543),
    OCEAN(0x0A1A2C, 0x123A58, 0x34CCF7, 0x6F8DFF, 0xFFFFFF, 0xA7C4DD, 0x225070),
    ORCHID(0x20112A, 0x432150, 0xF07BE2, 0xA585FF, 0xFFFFFF, 0xD3B6DF, 0x5B3669),
    DAYLIGHT(0xFFFFFF, 0xE9EDF7, 0x4452DD, 0x8450EA, 0x171A26, 0x525A75, 0xD3D9E8);

    private final Color from;
    private final Color to;
    private final Color accentFrom;
    private final Color accentTo;
    private final Color text;
    private final Color muted;
    private final Color track;

    Theme(int from, int to, int accentFrom, int accentTo, int text, int muted, int track) {
        this.from = new Color(from);
        this.to = new Color(to);
        this.accentFrom = new Color(accentFrom);
        this.accentTo = new Color(accentTo);
        this.text = new Color(text);
        this.muted = new Color(muted);
        this.track = new Color(track);
    }

    /** As members and settings write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** None for a word that is no theme. */
    public static Optional<Theme> of(String word) {
        return Arrays.stream(values())
                .filter(theme -> theme.word().equals(word))
                .findFirst();
    }

    /** All words, the default first. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Theme::word).toList();
    }

    Color from() {
        return from;
    }

    Color to() {
        return to;
    }

    Color accentFrom() {
        return accentFrom;
    }

    Color accentTo() {
        return accentTo;
    }

    Color text() {
        return text;
    }

    Color muted() {
        return muted;
    }

    Color track() {
        return track;
    }
}
