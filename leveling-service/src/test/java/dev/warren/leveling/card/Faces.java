package dev.warren.leveling.card;

import dev.warren.schemas.ids.UserId;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Faces for tests. */
final class Faces {
    /** Names that are hard to draw, each with what its golden picture is called. */
    enum Hard {
        LONG("Maximilian-Alexander von und zu Hohenlohe-Waldenburg", Theme.MIDNIGHT),
        ARABIC("عبد الرحمن الخوارزمي", Theme.EMBER),
        HEBREW_AND_LATIN("דנה Levi (she/her) 2", Theme.FOREST),
        CHINESE("龍與櫻花之歌", Theme.OCEAN),
        JAPANESE_AND_KOREAN("さくらカフェ 김민준", Theme.ORCHID),
        EMOJI("🦊 Fox 👩‍🚀 🏳️‍🌈 👍🏽 ✨", Theme.DAYLIGHT),
        DEVANAGARI_AND_THAI("श्रीकृष्णा สวัสดีครับ", Theme.MIDNIGHT),
        FANCY("𝓕𝓪𝓷𝓬𝔂 ⓒⓐⓣ ☆彡 ♛", Theme.EMBER),
        TOWERING("Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳", Theme.OCEAN),
        NAMELESS("\u3164\u200b \u202e\u2800", Theme.FOREST);

        private final String name;
        private final Theme theme;

        Hard(String name, Theme theme) {
            this.name = name;
            this.theme = theme;
        }

        Face face() {
            return new Face(
                    new UserId(1_000L + ordinal()),
                    name,
                    Optional.empty(),
                    Optional.of(1L + ordinal() * ordinal() * 137L),
                    3 + ordinal() * 9,
                    60 + ordinal() * 190L,
                    2_000,
                    5_000L + ordinal() * 123_456L,
                    theme);
        }
    }

    private Faces() {}

    /** A picture as somebody might have it. */
    static BufferedImage avatar() {
        var image = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0xF2C14E), 128, 128, new Color(0x4D9078)));
        graphics.fillRect(0, 0, 128, 128);
        graphics.setColor(new Color(0x5C415D));
        graphics.fillOval(38, 24, 52, 52);
        graphics.fillOval(16, 84, 96, 80);
        graphics.dispose();
        return image;
    }
}
