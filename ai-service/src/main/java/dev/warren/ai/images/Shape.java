package dev.warren.ai.images;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How wide and how high a picture is. */
enum Shape {
    SQUARE(1024, 1024, "1:1"),
    PORTRAIT(832, 1216, "2:3"),
    LANDSCAPE(1216, 832, "3:2");

    private final int width;
    private final int height;
    private final String ratio;

    Shape(int width, int height, String ratio) {
        this.width = width;
        this.height = height;
        this.ratio = ratio;
    }

    /** In pixels. */
    int width() {
        return width;
    }

    /** In pixels. */
    int height() {
        return height;
    }

    String ratio() {
        return ratio;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Shape> of(String id) {
        return Arrays.stream(values()).filter(shape -> shape.id().equals(id)).findFirst();
    }
}
