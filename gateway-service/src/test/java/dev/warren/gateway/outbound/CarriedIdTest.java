package dev.warren.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.bot.AnswerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CarriedIdTest {
    @ParameterizedTest
    @EnumSource
    void id_comesBackFromDiscord_withItsKindOfAnswer(AnswerKind kind) {
        // Given
        var id = new CarriedId("leveling:page:2", kind);
        // When, Then
        assertThat(CarriedId.read(id.written())).isEqualTo(id);
    }

    @Test
    void publicId_isWrittenAsItIs() {
        assertThat(new CarriedId("leveling:page:2", AnswerKind.PUBLIC).written())
                .isEqualTo("leveling:page:2");
    }

    @Test
    void id_of100Characters_fitsOnlyWithoutAMark() {
        // Given
        String longest = "s:" + "x".repeat(98);
        // When, Then
        assertThat(new CarriedId(longest, AnswerKind.PUBLIC).fits()).isTrue();
        assertThat(new CarriedId(longest, AnswerKind.UPDATE).fits()).isFalse();
    }

    @Test
    void token_isNeverShown() {
        assertThat(new InteractionToken("aW50ZXJhY3Rpb24")).hasToString("***");
    }
}
