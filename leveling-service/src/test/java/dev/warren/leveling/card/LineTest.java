package dev.warren.leveling.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.font.FontRenderContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTest {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final Fonts FONTS = new Fonts();

    @Test
    void name_thatFits_isShownWhole() {
        assertThat(Line.fit("Ada", FONTS, CONTEXT, 46, 30, 500).shown()).isEqualTo("Ada");
    }

    @Test
    void name_thatIsTooLong_endsInAnEllipsisWithinTheWidth() {
        // When
        var line = Line.fit("👩‍🚀".repeat(40), FONTS, CONTEXT, 46, 30, 500);
        // Then
        assertThat(line.shown()).endsWith("👩‍🚀…");
        assertThat(line.width()).isBetween(400f, 500f);
    }

    @ParameterizedTest
    @CsvSource({
        "'  Ada\tLovelace\n', Ada Lovelace",
        "'\u202eevil\u202c', evil",
        "'\u3164\u200b', Unnamed",
        "'', Unnamed",
        "'a\u0301\u0302\u0303\u0304\u0305b', 'a\u0301\u0302\u0303b'",
        "'👩‍🚀', 👩‍🚀",
    })
    void name_asMembersWriteIt_losesWhatBreaksALine(String name, String clean) {
        assertThat(Line.clean(name)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource({"Ada, A", "ada lovelace, AL", "'龍 與', 龍與", "'~~ x ~~', X", "'***', *", "'🦊 fox', 🦊F"})
    void initials_ofAName_areTheFirstOfItsWords(String name, String initials) {
        assertThat(Painter.initials(name)).isEqualTo(initials);
    }

    @Test
    void everyScriptThatIsPromised_hasPictures() {
        assertThat(new String[] {
                    "A", "Ж", "Ω", "ع", "ש", "龍", "さ", "김", "श्री", "ส", "ბ", "Ա", "த", "ক", "𝓕", "🦊", "♛"
                })
                .allMatch(FONTS::shows);
    }
}
