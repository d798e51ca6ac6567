package dev.warren.ai.memes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MemesTest {
    private final Memes memes = new Memes();

    @ParameterizedTest
    @EnumSource(Template.class)
    void meme_ofEachTemplate_isAPictureWithItsText(Template template) throws IOException {
        var empty = memes.draw(template, "", "");
        var drawn = memes.draw(template, "When the tests are green", "and nobody had to touch them");

        var picture = ImageIO.read(new ByteArrayInputStream(drawn));
        assertThat(picture.getWidth()).isEqualTo(Template.WIDTH);
        assertThat(picture.getHeight()).isEqualTo(Template.HEIGHT);
        assertThat(drawn).isNotEqualTo(empty);
        assertThat(drawn.length).isLessThan(256 * 1024);
    }

    @Test
    void meme_ofTheSameWords_isTheSamePicture() {
        assertThat(memes.draw(Template.SIGN, "one", "two")).isEqualTo(memes.draw(Template.SIGN, "one", "two"));
    }

    @Test
    void words_ofAnyLengthAndScript_stayInThePicture() {
        var seen = new HashSet<Integer>();
        for (var text : new String[] {"W".repeat(120), "дом и сад", "ἀρετή", "日本語 🐰", "a b ".repeat(30)}) {
            seen.add(java.util.Arrays.hashCode(memes.draw(Template.CLASSIC, text, text)));
        }
        assertThat(seen).hasSize(5);
    }
}
