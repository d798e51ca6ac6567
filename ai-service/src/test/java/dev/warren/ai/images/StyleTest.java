package dev.warren.ai.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StyleTest {
    @Test
    void styles_ofTheFile_are49AndEachIsItsOwn() {
        assertThat(Style.all()).hasSize(49);
        assertThat(Style.all()).extracting(Style::id).doesNotHaveDuplicates();
        assertThat(Style.all()).extracting(Style::name).doesNotHaveDuplicates();
        assertThat(Style.all()).extracting(Style::prompt).doesNotHaveDuplicates();
    }

    @Test
    void style_byIdOrName_isFound() {
        assertThat(Style.find("Pixel art"))
                .hasValueSatisfying(style -> assertThat(style.preset()).hasValue("pixel-art"));
        assertThat(Style.find("WATERCOLOR ")).isPresent();
        assertThat(Style.find("nothing")).isEmpty();
    }

    @Test
    void style_thatCannotBe_isRefusedWithItsReason() {
        assertThatThrownBy(() -> new Style("Big", "n", "p", Optional.empty())).hasMessageContaining("lower-case");
        assertThatThrownBy(() -> new Style("a", "", "p", Optional.empty())).hasMessageContaining("name must have");
        assertThatThrownBy(() -> new Style("a", "n", "x".repeat(121), Optional.empty()))
                .hasMessageContaining("prompt must have");
        assertThatThrownBy(() -> new Style("a", "n", "p", Optional.of("baroque")))
                .hasMessageContaining("preset must be one of");
    }
}
