package dev.warren.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.SettingsRequestEvent.ChangeSettings;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.ids.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireJsonTest {
    private static final ObjectMapper JSON = WireJson.mapper();

    record Burrow(
            UserId owner, Optional<String> name, int depth, List<String> exits, Map<String, Optional<String>> notes) {
        Burrow {
            exits = List.copyOf(exits);
        }
    }

    record Times(Instant at, Duration lasting) {}

    @Test
    void optionalListAndMap_thatAnOlderWriterDidNotKnow_areEmpty() throws JsonProcessingException {
        var burrow = JSON.readValue("{\"owner\":\"10\",\"depth\":2}", Burrow.class);

        assertThat(burrow).isEqualTo(new Burrow(new UserId(10), Optional.empty(), 2, List.of(), Map.of()));
    }

    @Test
    void optionalListAndMap_thatAreNull_areEmpty() throws JsonProcessingException {
        var burrow = JSON.readValue(
                "{\"owner\":\"10\",\"depth\":2,\"name\":null,\"exits\":null,\"notes\":null}", Burrow.class);

        assertThat(burrow).isEqualTo(new Burrow(new UserId(10), Optional.empty(), 2, List.of(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"depth\":2}",
                "{\"owner\":null,\"depth\":2}",
                "{\"owner\":\"10\"}",
                "{\"owner\":\"10\",\"depth\":null}",
                "{\"owner\":\"10\",\"depth\":\"deep\"}",
                "{\"owner\":\"10\",\"depth\":2,\"exits\":[null]}",
                "[]",
                "{"
            })
    void anythingElse_thatIsMissingOrWrong_isRefused(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, Burrow.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void requiredText_thatIsMissing_isRefusedByName() {
        assertThatThrownBy(() -> JSON.readValue("{\"depth\":2}", Burrow.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("'owner'");
    }

    @Test
    void properties_thatANewerWriterAdded_areBorne() throws JsonProcessingException {
        var burrow = JSON.readValue("{\"owner\":\"10\",\"depth\":2,\"smell\":{\"of\":[\"hay\"]}}", Burrow.class);

        assertThat(burrow.depth()).isEqualTo(2);
    }

    @Test
    void absentValues_areLeftOut_butEntriesOfMapsStay() throws JsonProcessingException {
        var notes = new LinkedHashMap<String, Optional<String>>();
        notes.put("kept", Optional.of("yes"));
        notes.put("reset", Optional.empty());
        var burrow = new Burrow(new UserId(10), Optional.empty(), 2, List.of(), notes);

        var json = JSON.writeValueAsString(burrow);

        assertThat(json)
                .isEqualTo("{\"owner\":\"10\",\"depth\":2,\"exits\":[],\"notes\":{\"kept\":\"yes\",\"reset\":null}}");
        assertThat(JSON.readValue(json, Burrow.class)).isEqualTo(burrow);
    }

    @Test
    void resetOfASetting_survivesTheWire() throws JsonProcessingException {
        var json = "{\"guild\":\"1\",\"changes\":{\"prefix\":null},\"origin\":{\"channel\":\"2\",\"member\":"
                + "{\"id\":\"3\",\"name\":\"hazel\",\"displayName\":\"Hazel\",\"bot\":false}}}";

        assertThat(JSON.readValue(json, ChangeSettings.class).changes()).isEqualTo(Map.of("prefix", Optional.empty()));
    }

    @Test
    void times_areIsoText() throws JsonProcessingException {
        var times = new Times(Instant.parse("2026-11-20T12:00:00.123456789Z"), Duration.ofSeconds(90));

        var json = JSON.writeValueAsString(times);

        assertThat(json).isEqualTo("{\"at\":\"2026-11-20T12:00:00.123456789Z\",\"lasting\":\"PT1M30S\"}");
        assertThat(JSON.readValue(json, Times.class)).isEqualTo(times);
    }

    @Test
    void constant_ofTheFuture_isRefusedWhereItDecides() {
        assertThatThrownBy(() -> JSON.readValue("\"TELEPATHY\"", Via.class)).isInstanceOf(JsonMappingException.class);
    }

    @Test
    void constant_ofTheFuture_isReadAsTheStandInWhereThereIsOne() throws JsonProcessingException {
        assertThat(JSON.readValue("\"GLITTER\"", Component.Style.class)).isEqualTo(Component.Style.SECONDARY);
    }

    @Test
    void component_ofTheFuture_isRefused() {
        assertThatThrownBy(() -> JSON.readValue("{\"component\":\"slider\"}", Component.class))
                .isInstanceOf(JsonMappingException.class);
    }
}
