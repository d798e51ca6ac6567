package dev.warren.leveling.card;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Locale;

/** A name made to fit into one line: first smaller, then cut between clusters. Its direction follows Unicode's bidirectional algorithm. */
final class Line {
    private static final String ELLIPSIS = "…";
    private static final String NAMELESS = "Unnamed";
    private static final float STEP = 2;
    /** Marks that scripts put on one letter; more of them are there to tower over other lines. */
    private static final int MARKS = 3;

    private final TextLayout layout;
    private final String shown;

    private Line(TextLayout layout, String shown) {
        this.layout = layout;
        this.shown = shown;
    }

    /** Fits a name, from the largest size down to the smallest, in pixels. */
    static Line fit(String name, Fonts fonts, FontRenderContext context, float largest, float smallest, float width) {
        var clean = clean(name);
        for (float size = largest; size > smallest; size -= STEP) {
            var line = of(clean, fonts, context, size);
            if (line.layout.getAdvance() <= width) {
                return line;
            }
        }
        return cut(clean, fonts, context, smallest, width);
    }

    private static Line of(String text, Fonts fonts, FontRenderContext context, float size) {
        return new Line(new TextLayout(fonts.inBold(text, size).getIterator(), context), text);
    }

    private static Line cut(String text, Fonts fonts, FontRenderContext context, float size, float width) {
        var whole = of(text, fonts, context, size);
        if (whole.layout.getAdvance() <= width) {
            return whole;
        }
        var ends = new ArrayList<Integer>();
        var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(text);
        for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
            ends.add(end);
        }
        int low = 0;
        int high = ends.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            var tried = of(text.substring(0, ends.get(middle)).strip() + ELLIPSIS, fonts, context, size);
            if (tried.layout.getAdvance() <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return of(text.substring(0, ends.get(low)).strip() + ELLIPSIS, fonts, context, size);
    }

    /** Without what would turn, break or tower over the line. */
    static String clean(String name) {
        var clean = new StringBuilder();
        int marks = 0;
        for (int letter : name.codePoints().toArray()) {
            int type = Character.getType(letter);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
            marks = mark ? marks + 1 : 0;
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                clean.append(' ');
            } else if (isShown(letter, type) && marks <= MARKS) {
                clean.appendCodePoint(letter);
            }
        }
        var stripped = clean.toString().strip().replaceAll(" {2,}", " ");
        return stripped.codePoints().allMatch(Line::isBlank) ? NAMELESS : stripped;
    }

    private static boolean isShown(int letter, int type) {
        boolean joiner = letter == 0x200C || letter == 0x200D;
        boolean tag = letter >= 0xE0020 && letter <= 0xE007F;
        return joiner
                || tag
                || (type != Character.CONTROL
                        && type != Character.FORMAT
                        && type != Character.SURROGATE
                        && type != Character.PRIVATE_USE
                        && type != Character.UNASSIGNED);
    }

    /** Letters that have no picture though they are letters: Hangul's fillers, Braille's blank. */
    private static boolean isBlank(int letter) {
        return letter == ' '
                || letter == 0x3164
                || letter == 0xFFA0
                || letter == 0x115F
                || letter == 0x1160
                || letter == 0x2800
                || Character.getType(letter) == Character.FORMAT
                || Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    /** What is drawn: the name, or as much of it as there is room for. */
    String shown() {
        return shown;
    }

    float width() {
        return layout.getAdvance();
    }

    void draw(Graphics2D graphics, float left, float baseline) {
        layout.draw(graphics, left, baseline);
    }

    /** Draws it so that its ink has its middle there. */
    void drawCentred(Graphics2D graphics, float x, float y) {
        var ink = layout.getBounds();
        layout.draw(graphics, (float) (x - ink.getCenterX()), (float) (y - ink.getCenterY()));
    }
}
