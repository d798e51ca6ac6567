package dev.warren.leveling.card;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fonts that come with the service, so that a card looks the same on a machine without any. A character that the first cannot show
 * is taken from the next that can, cluster by cluster: an emoji of several characters has one font.
 */
final class Fonts {
    private static final String FOLDER = "/fonts/";
    private static final int JOINER = 0x200D;
    private static final int FIRST_SELECTOR = 0xFE00;
    private static final int LAST_SELECTOR = 0xFE0F;
    private static final int AS_TEXT = 0xFE0E;

    private final Font medium;
    private final Font bold;
    private final Font emoji;
    private final List<Font> others;

    /** Loads them all; they are read where they lie, and take little memory. */
    Fonts() {
        medium = load("Inter-Medium.ttf");
        bold = load("Inter-Bold.ttf");
        emoji = load("NotoEmoji-Bold.ttf");
        others = List.of(
                load("NotoSans-Bold.ttf"),
                load("NotoSansArabic-Bold.ttf"),
                load("NotoSansHebrew-Bold.ttf"),
                load("NotoSansCJK-Bold.otf"),
                load("NotoSansDevanagari-Bold.ttf"),
                load("NotoSansBengali-Bold.ttf"),
                load("NotoSansTamil-Bold.ttf"),
                load("NotoSansThai-Bold.ttf"),
                load("NotoSansGeorgian-Bold.ttf"),
                load("NotoSansArmenian-Bold.ttf"),
                load("NotoSansMath-Regular.ttf"),
                load("NotoSansSymbols-Bold.ttf"),
                load("NotoSansSymbols2-Regular.ttf"));
    }

    private static Font load(String name) {
        try (var bytes = Fonts.class.getResourceAsStream(FOLDER + name)) {
            if (bytes == null) {
                throw new IllegalStateException("a font is missing: " + name);
            }
            return Font.createFont(Font.TRUETYPE_FONT, bytes)
                    .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("a font is broken: " + name, e);
        }
    }

    /** For labels, which are Latin. */
    Font medium(float size) {
        return medium.deriveFont(size);
    }

    /** For numbers and names in Latin. */
    Font bold(float size) {
        return bold.deriveFont(size);
    }

    /** A text in bold with the font of each of its clusters. It must not be empty. */
    AttributedString inBold(String text, float size) {
        var attributed = new AttributedString(text);
        attributed.addAttribute(TextAttribute.FONT, bold.deriveFont(size));
        var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(text);
        int start = clusters.first();
        for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
            var font = fontOf(text.substring(start, end));
            if (!font.equals(bold)) {
                attributed.addAttribute(TextAttribute.FONT, font.deriveFont(size), start, end);
            }
            start = end;
        }
        return attributed;
    }

    /** Whether each character of a cluster has a picture in some font. */
    boolean shows(String cluster) {
        return find(cluster).isPresent();
    }

    private Font fontOf(String cluster) {
        return find(cluster).orElse(bold);
    }

    private Optional<Font> find(String cluster) {
        if (isEmoji(cluster) && shows(emoji, cluster)) {
            return Optional.of(emoji);
        }
        if (shows(bold, cluster)) {
            return Optional.of(bold);
        }
        for (var font : others) {
            if (shows(font, cluster)) {
                return Optional.of(font);
            }
        }
        return shows(emoji, cluster) ? Optional.of(emoji) : Optional.empty();
    }

    private static boolean isEmoji(String cluster) {
        return cluster.indexOf(AS_TEXT) < 0
                && (cluster.indexOf(LAST_SELECTOR) >= 0
                        || cluster.codePoints().anyMatch(Character::isEmojiPresentation));
    }

    private static boolean shows(Font font, String cluster) {
        return cluster.codePoints()
                .filter(letter -> letter != JOINER && (letter < FIRST_SELECTOR || letter > LAST_SELECTOR))
                .allMatch(font::canDisplay);
    }
}
