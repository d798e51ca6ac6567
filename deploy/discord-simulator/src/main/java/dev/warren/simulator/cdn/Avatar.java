package dev.warren.simulator.cdn;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture that is always the same for the same hash: five by five fields, mirrored, in one color. */
final class Avatar {
    private static final int FIELDS = 5;

    private Avatar() {}

    static byte[] png(String hash, int size) {
        int seed = hash.hashCode() * 0x9E3779B9;
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0xF2F3F5));
        graphics.fillRect(0, 0, size, size);
        graphics.setColor(Color.getHSBColor((seed >>> 24) / 255f, 0.6f, 0.7f));
        for (int x = 0; x < FIELDS; x++) {
            for (int y = 0; y < FIELDS; y++) {
                int mirrored = Math.min(x, FIELDS - 1 - x);
                if ((seed >>> (mirrored * FIELDS + y) & 1) == 1) {
                    int left = x * size / FIELDS;
                    int top = y * size / FIELDS;
                    graphics.fillRect(left, top, (x + 1) * size / FIELDS - left, (y + 1) * size / FIELDS - top);
                }
            }
        }
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }
}
