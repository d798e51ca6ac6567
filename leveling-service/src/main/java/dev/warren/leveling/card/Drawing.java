package dev.warren.leveling.card;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Draws faces as PNG. The fonts are loaded at the first card. */
public final class Drawing {
    private static final int START_BYTES = 96 * 1024;
    private static final int MOST_PIXELS = 1024;

    private final Painter painter;
    private final ChartPainter charts;

    /** @throws IllegalStateException when a font is missing */
    public Drawing() {
        // a server has no display, whatever its environment says
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
        var fonts = new Fonts();
        painter = new Painter(fonts);
        charts = new ChartPainter(fonts);
    }

    /**
     * The card as PNG, {@value Painter#WIDTH} by {@value Painter#HEIGHT} pixels.
     *
     * @param avatar in a format of ImageIO; initials where it is none, or cannot be read
     */
    public byte[] png(Face face, Optional<byte[]> avatar) {
        return encode(painter.paint(face, avatar.flatMap(Drawing::decode)));
    }

    /** The chart as PNG, {@value ChartPainter#WIDTH} by {@value ChartPainter#HEIGHT} pixels. */
    public byte[] png(Chart chart) {
        return encode(charts.paint(chart));
    }

    private static Optional<BufferedImage> decode(byte[] bytes) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            return readers.hasNext() ? Optional.ofNullable(read(readers.next(), input)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static BufferedImage read(ImageReader reader, javax.imageio.stream.ImageInputStream input)
            throws IOException {
        try {
            reader.setInput(input, true, true);
            if (reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) {
                throw new IOException("an avatar is too large");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] encode(BufferedImage image) {
        var bytes = new ByteArrayOutputStream(START_BYTES);
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }
}
