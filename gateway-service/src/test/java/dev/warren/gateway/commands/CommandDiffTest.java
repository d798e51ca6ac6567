package dev.warren.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warren.schemas.bot.CommandDescription;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandDiffTest {
    private final CommandJson json = new CommandJson();
    private final List<ObjectNode> wanted =
            Arrays.stream(Samples.all()).map(json::of).toList();

    /** What Discord gives back: other order, defaults left out, ids and versions added. */
    private static final String AT_DISCORD = """
        {"id": "1", "application_id": "2", "version": "3", "type": 1, "name": "roll", "name_localizations": null, "description": "Rolls dice",
         "description_localizations": null, "default_member_permissions": null, "dm_permission": true, "contexts": [1, 0],
         "integration_types": [0], "nsfw": false, "options": [
           {"type": 4, "name": "sides", "description": "How many sides", "min_value": 2.0, "max_value": 100},
           {"type": 5, "name": "open", "description": "For all to see"},
           {"type": 7, "name": "where", "description": "In which channel"},
           {"type": 3, "name": "style", "description": "How", "required": false,
            "choices": [{"name": "plain", "name_localizations": null, "value": "plain"}, {"name": "fancy", "value": "fancy"}]}]}\
        """;

    private static JsonNode read(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode of(CommandDescription command) {
        return json.of(command);
    }

    @Test
    void whatDiscordGivesBack_isNoDifference() {
        assertThat(CommandDiff.same(List.of(read(AT_DISCORD)), List.of(of(Samples.ROLL))))
                .isTrue();
    }

    @Test
    void anyOrder_isNoDifference() {
        assertThat(CommandDiff.same(wanted.reversed(), wanted)).isTrue();
    }

    @Test
    void eachRealDifference_isOne() {
        var roll = List.of(of(Samples.ROLL));
        for (var change : List.of(
                AT_DISCORD.replace("Rolls dice", "Rolls a die"),
                AT_DISCORD.replace("2.0", "3"),
                AT_DISCORD.replace("\"fancy\"}", "\"bold\"}"),
                AT_DISCORD.replace("[1, 0]", "[0]"),
                AT_DISCORD.replace("\"default_member_permissions\": null", "\"default_member_permissions\": \"8\""),
                AT_DISCORD.replace(
                        "\"description_localizations\": null", "\"description_localizations\": {\"de\": \"Würfelt\"}"),
                AT_DISCORD.replace("\"required\": false", "\"required\": true"))) {
            assertThat(CommandDiff.same(List.of(read(change)), roll)).as(change).isFalse();
        }
        assertThat(CommandDiff.same(List.of(), roll)).isFalse();
        assertThat(CommandDiff.same(wanted, wanted.subList(1, wanted.size()))).isFalse();
    }

    @Test
    void options_carryTypesBoundsAndChoices() {
        var pay = of(Samples.PAY).path("options");
        assertThat(pay.path(1).path("type").asInt())
                .as("an amount is text at Discord")
                .isEqualTo(3);
        assertThat(pay.path(1).has("min_value")).isFalse();
        var settings = of(Samples.SETTINGS).path("options");
        assertThat(settings.path(2).path("type").asInt()).isEqualTo(2);
        assertThat(settings.path(2)
                        .path("options")
                        .path(0)
                        .path("options")
                        .path(0)
                        .path("autocomplete")
                        .asBoolean())
                .isTrue();
        assertThat(of(Samples.MUTE).path("default_member_permissions").asText()).isEqualTo("1099511627776");
        assertThat(of(Samples.MUTE).path("contexts").toString()).isEqualTo("[0]");
    }
}
