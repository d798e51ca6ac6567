package dev.warren.ai.memes;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws memes as PNG. */
final class Memes {
    private final Lettering lettering;

    /** @throws IllegalStateException when a font is missing */
    Memes() {
        // a server has no display, whatever its environment says
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
        lettering = new Lettering();
    }

    byte[] draw(Template template, String first, String second) {
        var image = new BufferedImage(Template.WIDTH, Template.HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            new Canvas(pen).draw(template);
            lettering.draw(pen, first, template.first(), template.ink());
            lettering.draw(pen, second, template.second(), template.ink());
        } finally {
            pen.dispose();
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }
}
