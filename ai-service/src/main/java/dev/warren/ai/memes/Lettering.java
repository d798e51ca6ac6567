package dev.warren.ai.memes;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets a text into a box, as large as it fits. What no font can show is shown as a box. */
final class Lettering {
    private static final int LARGEST = 64;
    private static final int SMALLEST = 14;
    private static final int STEP = 2;
    private static final float OUTLINE = 0.16f;
    private static final int UNKNOWN = 0x25A1;

    private final Font usual = load("Inter-Bold.ttf");
    private final Font other = load("NotoSans-Bold.ttf");

    private static Font load(String name) {
        try (var bytes = Lettering.class.getResourceAsStream("/fonts/" + name)) {
            if (bytes == null) {
                throw new IllegalStateException("a font is missing: " + name);
            }
            return Font.createFont(Font.TRUETYPE_FONT, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("a font is broken: " + name, e);
        }
    }

    /** Draws the text in the middle of the box; white letters get a black outline. */
    void draw(Graphics2D pen, String text, Rectangle box, Color ink) {
        if (text.isBlank()) {
            return;
        }
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        var shown = shown(text);
        for (int size = LARGEST; size >= SMALLEST; size -= STEP) {
            var lines = lines(pen, shown, size, box.width);
            boolean last = size - STEP < SMALLEST;
            if (lines.isPresent() && (last || height(lines.get()) <= box.height)) {
                put(pen, lines.get(), box, ink);
                return;
            }
        }
        put(pen, lines(pen, shown, SMALLEST, Integer.MAX_VALUE).orElseThrow(), box, ink);
    }

    private String shown(String text) {
        return text.strip()
                .codePoints()
                .map(letter -> usual.canDisplay(letter) || other.canDisplay(letter) ? letter : UNKNOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** None where a word alone is wider. */
    private Optional<List<TextLayout>> lines(Graphics2D pen, String text, int size, int width) {
        var lines = new ArrayList<TextLayout>();
        var line = "";
        for (var word : text.split("\\s+")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (layout(pen, longer, size).getAdvance() <= width) {
                line = longer;
            } else if (line.isEmpty() || layout(pen, word, size).getAdvance() > width) {
                return Optional.empty();
            } else {
                lines.add(layout(pen, line, size));
                line = word;
            }
        }
        lines.add(layout(pen, line, size));
        return Optional.of(lines);
    }

    private TextLayout layout(Graphics2D pen, String text, int size) {
        var attributed = new AttributedString(text);
        attributed.addAttribute(TextAttribute.FONT, usual.deriveFont((float) size));
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!usual.canDisplay(text.codePointAt(i))) {
                attributed.addAttribute(
                        TextAttribute.FONT,
                        other.deriveFont((float) size),
                        i,
                        i + Character.charCount(text.codePointAt(i)));
            }
        }
        return new TextLayout(attributed.getIterator(), pen.getFontRenderContext());
    }

    private static double height(List<TextLayout> lines) {
        return lines.stream()
                .mapToDouble(line -> line.getAscent() + line.getDescent())
                .sum();
    }

    private static void put(Graphics2D pen, List<TextLayout> lines, Rectangle box, Color ink) {
        double y = box.y + Math.max(0, (box.height - height(lines)) / 2);
        for (var line : lines) {
            double x = box.x + Math.max(0, (box.width - line.getAdvance()) / 2);
            var shape = line.getOutline(AffineTransform.getTranslateInstance(x, y + line.getAscent()));
            if (ink.equals(Color.WHITE)) {
                pen.setPaint(Color.BLACK);
                pen.setStroke(
                        new BasicStroke(line.getAscent() * OUTLINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                pen.draw(shape);
            }
            pen.setPaint(ink);
            pen.fill(shape);
            y += line.getAscent() + line.getDescent();
        }
    }
}
