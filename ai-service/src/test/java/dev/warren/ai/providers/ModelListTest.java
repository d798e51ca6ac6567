package dev.warren.ai.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.ai.models.Capabilities;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelListTest {
    private static final Capabilities CONFIGURED = new Capabilities(true, true, 8_192);

    @Test
    void list_thatTellsAll_overrulesTheConfiguration() {
        var told = ModelList.parse("""
            {"data": [{"id": "a/b", "context_length": 32768, "supported_parameters": ["temperature"],
              "architecture": {"input_modalities": ["text"]}}]}\
            """);
        assertThat(told.get("a/b")).isNotNull();
        assertThat(Optional.ofNullable(told.get("a/b")).orElseThrow().over(CONFIGURED))
                .isEqualTo(new Capabilities(false, false, 32_768));
    }

    @Test
    void list_ofNamesAlone_leavesTheConfiguration() {
        var told = ModelList.parse("{\"data\": [{\"id\": \"gpt\", \"context_length\": 3}]}");
        assertThat(Optional.ofNullable(told.get("gpt")).orElseThrow().over(CONFIGURED))
                .isEqualTo(CONFIGURED);
    }

    @Test
    void text_thatIsNoList_tellsNothing() {
        assertThat(ModelList.parse("<html>")).isEmpty();
        assertThat(ModelList.parse("[]")).isEmpty();
        assertThat(ModelList.parse("")).isEmpty();
    }
}
