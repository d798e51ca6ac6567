package dev.warren.leveling.card;

import dev.warren.leveling.standing.Shown;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Draws a face. It keeps nothing, so any number of threads may use one. */
final class Painter {
    static final int WIDTH = 934;
    static final int HEIGHT = 282;

    private static final float CORNER = 44;
    private static final float AVATAR = 176;
    private static final float AVATAR_X = 54;
    private static final float AVATAR_Y = (HEIGHT - AVATAR) / 2;
    private static final float RING = 8;
    private static final float LEFT = 278;
    private static final float RIGHT = WIDTH - 50;
    private static final float NAME_BASELINE = 156;
    private static final float BAR_Y = 180;
    private static final float BAR_HEIGHT = 30;
    private static final float BELOW_BASELINE = 247;

    private final Fonts fonts;

    Painter(Fonts fonts) {
        this.fonts = fonts;
    }

    /** The card. */
    BufferedImage paint(Face face, Optional<BufferedImage> avatar) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        try {
            smooth(graphics);
            ground(graphics, face.theme(), WIDTH, HEIGHT);
            portrait(graphics, face, avatar);
            standing(graphics, face);
            progress(graphics, face);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /** Edges and text without steps. */
    static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** What all pictures stand on. */
    static void ground(Graphics2D graphics, Theme theme, int width, int height) {
        var card = new RoundRectangle2D.Float(0, 0, width, height, CORNER, CORNER);
        graphics.setPaint(new GradientPaint(0, height, theme.from(), width, 0, theme.to()));
        graphics.fill(card);
        var clip = graphics.getClip();
        graphics.clip(card);
        graphics.setPaint(faint(theme.accentTo(), 22));
        graphics.fill(new Ellipse2D.Float(width - 250, -210, 420, 420));
        graphics.setPaint(faint(theme.accentFrom(), 18));
        graphics.fill(new Ellipse2D.Float(width - 470, -290, 420, 420));
        graphics.setClip(clip);
    }

    private static Color faint(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    /** The avatar, or initials, within a ring that shows the progress, too. */
    private void portrait(Graphics2D graphics, Face face, Optional<BufferedImage> avatar) {
        var theme = face.theme();
        var middleX = AVATAR_X + AVATAR / 2;
        var middleY = AVATAR_Y + AVATAR / 2;
        if (avatar.isPresent()) {
            graphics.drawImage(round(avatar.get()), Math.round(AVATAR_X), Math.round(AVATAR_Y), null);
        } else {
            graphics.setPaint(new GradientPaint(
                    AVATAR_X, AVATAR_Y, theme.accentFrom(), AVATAR_X + AVATAR, AVATAR_Y + AVATAR, theme.accentTo()));
            graphics.fill(new Ellipse2D.Float(AVATAR_X, AVATAR_Y, AVATAR, AVATAR));
            graphics.setPaint(theme == Theme.DAYLIGHT ? Color.WHITE : theme.from());
            Line.fit(initials(face.name()), fonts, graphics.getFontRenderContext(), 78, 40, AVATAR - 36)
                    .drawCentred(graphics, middleX, middleY);
        }
        float gap = RING + 2;
        float size = AVATAR + 2 * gap;
        graphics.setStroke(new BasicStroke(RING, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setPaint(theme.track());
        graphics.draw(new Ellipse2D.Float(AVATAR_X - gap, AVATAR_Y - gap, size, size));
        if (face.into() > 0) {
            graphics.setPaint(accent(theme, AVATAR_X, AVATAR_X + AVATAR));
            graphics.draw(new Arc2D.Double(
                    AVATAR_X - gap, AVATAR_Y - gap, size, size, 90, -360 * face.progress(), Arc2D.OPEN));
        }
    }

    private static GradientPaint accent(Theme theme, float from, float to) {
        return new GradientPaint(from, 0, theme.accentFrom(), to, 0, theme.accentTo());
    }

    private static BufferedImage round(BufferedImage avatar) {
        int size = Math.round(AVATAR);
        var round = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var graphics = round.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.fill(new Ellipse2D.Float(0, 0, size, size));
            graphics.setComposite(AlphaComposite.SrcIn);
            graphics.drawImage(avatar, 0, 0, size, size, null);
        } finally {
            graphics.dispose();
        }
        return round;
    }

    /** The first cluster of the first two words that begin with more than a mark; of the name, where none does. */
    static String initials(String name) {
        var words = Arrays.stream(Line.clean(name).split(" ", -1))
                .filter(word -> !word.isEmpty() && isInitial(word.codePointAt(0)))
                .map(Painter::firstCluster)
                .limit(2)
                .toList();
        return (words.isEmpty() ? firstCluster(Line.clean(name)) : String.join("", words)).toUpperCase(Locale.ROOT);
    }

    private static boolean isInitial(int letter) {
        return Character.isLetterOrDigit(letter) || Character.isEmoji(letter);
    }

    private static String firstCluster(String word) {
        var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(word);
        var first = Normalizer.normalize(word.substring(0, clusters.next()), Normalizer.Form.NFC);
        return switch (Character.UnicodeScript.of(first.codePointAt(0))) {
            case LATIN, GREEK, CYRILLIC -> first.replaceAll("\\p{M}", "");
            // in other scripts marks are letters
            default -> first;
        };
    }

    /** Rank and level at the top right, the name above the bar. */
    private void standing(Graphics2D graphics, Face face) {
        var theme = face.theme();
        float x = RIGHT;
        graphics.setPaint(accent(theme, x - 90, x));
        x = toTheLeft(graphics, Shown.number(face.level()), fonts.bold(52), x, 88);
        graphics.setPaint(theme.muted());
        x = toTheLeft(graphics, "LEVEL", fonts.medium(22), x - 10, 88) - 30;
        if (face.place().isPresent()) {
            graphics.setPaint(theme.text());
            x = toTheLeft(graphics, "#" + Shown.number(face.place().get()), fonts.bold(52), x, 88);
            graphics.setPaint(theme.muted());
            toTheLeft(graphics, "RANK", fonts.medium(22), x - 10, 88);
        }
        graphics.setPaint(theme.text());
        // what a name may do above and below its line ends where other things begin
        var clip = graphics.getClip();
        graphics.clip(new Rectangle2D.Float(LEFT - 8, 98, RIGHT - LEFT + 16, BAR_Y - 100));
        Line.fit(face.name(), fonts, graphics.getFontRenderContext(), 46, 30, RIGHT - LEFT)
                .draw(graphics, LEFT, NAME_BASELINE);
        graphics.setClip(clip);
    }

    private static float toTheLeft(Graphics2D graphics, String text, Font font, float right, float baseline) {
        graphics.setFont(font);
        float left = (float) (right
                - font.getStringBounds(text, graphics.getFontRenderContext()).getWidth());
        graphics.drawString(text, left, baseline);
        return left;
    }

    private void progress(Graphics2D graphics, Face face) {
        var theme = face.theme();
        float width = RIGHT - LEFT;
        graphics.setPaint(theme.track());
        graphics.fill(new RoundRectangle2D.Float(LEFT, BAR_Y, width, BAR_HEIGHT, BAR_HEIGHT, BAR_HEIGHT));
        if (face.into() > 0) {
            // never so little that it is no pill any more
            float filled = (float) Math.max(BAR_HEIGHT, width * face.progress());
            graphics.setPaint(accent(theme, LEFT, RIGHT));
            graphics.fill(new RoundRectangle2D.Float(LEFT, BAR_Y, filled, BAR_HEIGHT, BAR_HEIGHT, BAR_HEIGHT));
        }
        below(graphics, face);
    }

    private void below(Graphics2D graphics, Face face) {
        var theme = face.theme();
        graphics.setPaint(theme.text());
        float x = toTheRight(graphics, Shown.number(face.into()), fonts.bold(22), LEFT);
        graphics.setPaint(theme.muted());
        x = toTheRight(graphics, " / " + Shown.number(face.takes()) + " XP", fonts.medium(22), x);
        toTheRight(
                graphics,
                face.left() > 0
                        ? "   ·   " + Shown.number(face.left()) + " to level " + Shown.number(face.level() + 1L)
                        : "   ·   the highest level",
                fonts.medium(22),
                x);
        toTheLeft(graphics, Shown.number(face.xp()) + " in total", fonts.medium(22), RIGHT, BELOW_BASELINE);
    }

    private static float toTheRight(Graphics2D graphics, String text, Font font, float left) {
        graphics.setFont(font);
        graphics.drawString(text, left, BELOW_BASELINE);
        return (float) (left
                + font.getStringBounds(text, graphics.getFontRenderContext()).getWidth());
    }
}
