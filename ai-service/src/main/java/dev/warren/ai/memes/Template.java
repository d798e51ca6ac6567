package dev.warren.ai.memes;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a meme is drawn on. Places are in pixels of a picture of {@value #WIDTH} by {@value #HEIGHT}. */
enum Template {
    /** Hills under a sky; text above and below. */
    CLASSIC(new Rectangle(20, 15, 760, 150), new Rectangle(20, 435, 760, 150), Color.WHITE),
    /** A rabbit that holds a sign; the first text beside it, the second on the sign. */
    SIGN(new Rectangle(20, 15, 760, 100), new Rectangle(345, 235, 400, 240), Color.BLACK),
    /** No to the first, yes to the second. */
    CHOICE(new Rectangle(310, 20, 470, 260), new Rectangle(310, 320, 470, 260), Color.BLACK),
    /** What one says, and what one thinks. */
    THOUGHT(new Rectangle(60, 360, 330, 190), new Rectangle(405, 60, 330, 190), Color.BLACK);

    static final int WIDTH = 800;
    static final int HEIGHT = 600;

    private final Rectangle first;
    private final Rectangle second;
    private final Color ink;

    Template(Rectangle first, Rectangle second, Color ink) {
        this.first = first;
        this.second = second;
        this.ink = ink;
    }

    Rectangle first() {
        return new Rectangle(first);
    }

    Rectangle second() {
        return new Rectangle(second);
    }

    Color ink() {
        return ink;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Template> of(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
