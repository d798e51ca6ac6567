package dev.warren.leveling.card;

import dev.warren.leveling.standing.Shown;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Draws charts in the look of the cards. */
final class ChartPainter {
    static final int WIDTH = 934;
    static final int HEIGHT = 500;

    private static final float LEFT = 48;
    private static final float RIGHT = WIDTH - 48;
    private static final float TILES_Y = 112;
    private static final float TILE_HEIGHT = 92;
    private static final float GAP = 14;
    private static final float TOP = 240;
    private static final float FLOOR = 440;
    private static final float AXIS = 64;
    private static final int LINES = 4;
    /** Labels that have room below the bars. */
    private static final int LABELS = 10;

    private final Fonts fonts;

    ChartPainter(Fonts fonts) {
        this.fonts = fonts;
    }

    BufferedImage paint(Chart chart) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        try {
            Painter.smooth(graphics);
            Painter.ground(graphics, chart.theme(), WIDTH, HEIGHT);
            head(graphics, chart);
            tiles(graphics, chart);
            bars(graphics, chart);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private void head(Graphics2D graphics, Chart chart) {
        graphics.setPaint(chart.theme().text());
        Line.fit(chart.title(), fonts, graphics.getFontRenderContext(), 38, 26, RIGHT - LEFT - 320)
                .draw(graphics, LEFT, 76);
        graphics.setPaint(chart.theme().muted());
        right(graphics, chart.subtitle(), fonts.medium(22), RIGHT, 74);
    }

    private static void right(Graphics2D graphics, String text, Font font, float x, float y) {
        graphics.setFont(font);
        graphics.drawString(text, x - width(graphics, text, font), y);
    }

    private static void middle(Graphics2D graphics, String text, Font font, float x, float y) {
        graphics.setFont(font);
        graphics.drawString(text, x - width(graphics, text, font) / 2, y);
    }

    private static float width(Graphics2D graphics, String text, Font font) {
        return (float)
                font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
    }

    private void tiles(Graphics2D graphics, Chart chart) {
        int count = chart.tiles().size();
        float width = (RIGHT - LEFT - GAP * (count - 1)) / count;
        for (int i = 0; i < count; i++) {
            var tile = chart.tiles().get(i);
            float x = LEFT + i * (width + GAP);
            var track = chart.theme().track();
            graphics.setPaint(new Color(track.getRed(), track.getGreen(), track.getBlue(), 150));
            graphics.fill(new RoundRectangle2D.Float(x, TILES_Y, width, TILE_HEIGHT, 22, 22));
            graphics.setPaint(chart.theme().text());
            Line.fit(tile.value(), fonts, graphics.getFontRenderContext(), 34, 18, width - 24)
                    .draw(graphics, x + 16, TILES_Y + 46);
            graphics.setPaint(chart.theme().muted());
            float size = 19;
            while (size > 12 && width(graphics, tile.label(), fonts.medium(size)) > width - 28) {
                size--;
            }
            graphics.setFont(fonts.medium(size));
            graphics.drawString(tile.label(), x + 16, TILES_Y + 76);
        }
    }

    private void bars(Graphics2D graphics, Chart chart) {
        var theme = chart.theme();
        long most = chart.bars().stream().mapToLong(Chart.Bar::value).max().orElse(0);
        long scale = scale(most);
        graphics.setStroke(new BasicStroke(1.5f));
        for (int i = 0; i <= LINES; i++) {
            float y = FLOOR - (FLOOR - TOP) * i / LINES;
            graphics.setPaint(theme.track());
            graphics.draw(new Line2D.Float(LEFT + AXIS, y, RIGHT, y));
            graphics.setPaint(theme.muted());
            right(graphics, shortly(scale * i / LINES), fonts.medium(17), LEFT + AXIS - 12, y + 6);
        }
        int count = chart.bars().size();
        float step = (RIGHT - LEFT - AXIS) / count;
        float width = Math.min(44, step * 0.66f);
        int every = (count + LABELS - 1) / LABELS;
        for (int i = 0; i < count; i++) {
            var bar = chart.bars().get(i);
            float centre = LEFT + AXIS + step * (i + 0.5f);
            if (bar.value() > 0) {
                float height = Math.max(3, (FLOOR - TOP) * bar.value() / scale);
                float corner = Math.min(width / 2, height);
                graphics.setPaint(new GradientPaint(0, FLOOR, theme.accentFrom(), 0, TOP, theme.accentTo()));
                var clip = graphics.getClip();
                // round above, straight on the floor
                graphics.clip(new java.awt.geom.Rectangle2D.Float(centre - width / 2, FLOOR - height, width, height));
                graphics.fill(new RoundRectangle2D.Float(
                        centre - width / 2, FLOOR - height, width, height + corner, corner, corner));
                graphics.setClip(clip);
            }
            // counted from the newest, which always has its label
            if ((count - 1 - i) % every == 0) {
                graphics.setPaint(theme.muted());
                middle(graphics, bar.label(), fonts.medium(17), centre, FLOOR + 28);
            }
        }
    }

    /** The least of 4, 8, 20, 40, 80, 200, … that is as much: a quarter of it is a whole number that reads well. */
    static long scale(long most) {
        long scale = 4;
        int[] factors = {2, 5};
        for (int i = 0; scale < most; i++) {
            // 4, 8, 20, 40, 80, 200, 400, …
            scale = switch (i % 3) {
                case 0 -> scale * factors[0];
                case 1 -> scale / 2 * factors[1];
                default -> scale * factors[0];
            };
        }
        return scale;
    }

    static String shortly(long number) {
        if (number >= 10_000_000) {
            return Shown.number(number / 1_000_000) + "M";
        }
        return number >= 10_000 ? Shown.number(number / 1_000) + "k" : Shown.number(number);
    }
}
