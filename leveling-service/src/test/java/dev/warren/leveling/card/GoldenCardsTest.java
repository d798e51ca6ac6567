package dev.warren.leveling.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cards against pictures that people have looked at. Another processor or JDK may shade an edge otherwise, so some pixels may differ a
 * little; a wrong glyph, color or place is hundreds that differ much. {@code -Dwarren.cards.write=true} writes the pictures anew: look
 * at them before they are committed.
 */
class GoldenCardsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/cards");
    /** How far apart a color may be, in the sum of its four channels of 0 to 255. */
    private static final int SHADE = 96;
    /** Of 263,388 pixels; one letter of the name is some 300. */
    private static final int PIXELS = 60;

    private final Fonts fonts = new Fonts();
    private final Painter painter = new Painter(fonts);

    @ParameterizedTest
    @EnumSource
    void card_ofAHardName_isAsItWasLookedAt(Faces.Hard hard) throws IOException {
        var card = painter.paint(
                hard.face(),
                hard == Faces.Hard.LONG || hard == Faces.Hard.CHINESE ? Optional.of(Faces.avatar()) : Optional.empty());
        var file = GOLDEN.resolve(hard.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".png");
        if (Boolean.getBoolean("warren.cards.write")) {
            Files.createDirectories(GOLDEN);
            ImageIO.write(card, "png", file.toFile());
        }
        assertThat(differing(card, ImageIO.read(file.toFile()))).isLessThan(PIXELS);
    }

    @Test
    void comparison_ofCardsThatDifferInOneLetter_fails() {
        var face = Faces.Hard.LONG.face();
        var other = new Face(
                face.member(),
                "N" + face.name().substring(1),
                face.avatar(),
                face.place(),
                face.level(),
                face.into(),
                face.takes(),
                face.xp(),
                face.theme());
        assertThat(differing(
                        painter.paint(face, Optional.of(Faces.avatar())),
                        painter.paint(other, Optional.of(Faces.avatar()))))
                .isGreaterThan(PIXELS);
    }

    private static int differing(BufferedImage one, BufferedImage other) {
        assertThat(one.getWidth()).isEqualTo(other.getWidth());
        assertThat(one.getHeight()).isEqualTo(other.getHeight());
        int differing = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (apart(new Color(one.getRGB(x, y), true), new Color(other.getRGB(x, y), true)) > SHADE) {
                    differing++;
                }
            }
        }
        return differing;
    }

    private static int apart(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed())
                + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue())
                + Math.abs(one.getAlpha() - other.getAlpha());
    }
}
