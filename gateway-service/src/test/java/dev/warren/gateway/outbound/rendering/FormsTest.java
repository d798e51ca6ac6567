package dev.warren.gateway.outbound.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.outbound.rendering.Rendering.Impossible;
import dev.warren.gateway.outbound.rendering.Rendering.Part;
import dev.warren.gateway.outbound.rendering.Rendering.Ready;
import dev.warren.gateway.rest.RestBody.FilePart;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.FileRef;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.Modal;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.ids.UserId;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormsTest {
    @Test
    void newMessage_saysOnlyWhatItShows_andPingsNobody() {
        assertThat(only(MessageBody.text("Hi")).json())
                .isEqualTo(new JsonObject()
                        .put("content", "Hi")
                        .put(
                                "allowed_mentions",
                                new JsonObject().put("parse", new JsonArray()).put("replied_user", false)));
    }

    @Test
    void pings_areThoseThatWereAskedFor() {
        // Given
        var pings = new MessageBody.Pings(List.of(new UserId(7)), List.of(), true, true);
        // When
        var mentions = only(MessageBody.text("<@7>").pinging(pings)).json().getJsonObject("allowed_mentions");
        // Then
        assertThat(mentions.encode()).isEqualTo("{\"parse\":[\"everyone\"],\"replied_user\":true,\"users\":[\"7\"]}");
    }

    @Test
    void edition_takesAwayWhatTheBodyDoesNotShow() {
        // When
        var json = ((Ready) MessageForm.edition(MessageBody.text("Hi"), List.of()))
                .parts()
                .getFirst()
                .json();
        // Then
        assertThat(json.getJsonArray("embeds")).isEmpty();
        assertThat(json.getJsonArray("components")).isEmpty();
        assertThat(json.getJsonArray("attachments")).isEmpty();
    }

    @Test
    void embedsAndFiles_standInTheLastPart() {
        // Given
        var file = new FileRef("a.txt", "text/plain", Optional.of("Alt"), Optional.of("aGk="), Optional.empty());
        var body = new MessageBody(
                "x ".repeat(1500), List.of(Embed.of("T", "D")), List.of(), List.of(file), MessageBody.Pings.NOBODY);
        // When
        var parts = ((Ready) MessageForm.creation(body, List.of(part("a.txt", 2)))).parts();
        // Then
        assertThat(parts).hasSize(2);
        assertThat(parts.getFirst().json().containsKey("embeds")).isFalse();
        assertThat(parts.getFirst().files()).isEmpty();
        assertThat(parts.getLast().json().getJsonArray("attachments").encode())
                .isEqualTo("[{\"id\":0,\"filename\":\"a.txt\",\"description\":\"Alt\"}]");
        assertThat(parts.getLast().files()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beyondLimits")
    void body_beyondALimit_isRefusedWithTheLimit(String reason, MessageBody body) {
        assertThat(MessageForm.creation(body, List.of())).isEqualTo(new Impossible(reason));
    }

    static Stream<Arguments> beyondLimits() {
        return Stream.of(
                Arguments.of("message is empty", MessageBody.text(" \n")),
                Arguments.of("content needs more than 20 messages", MessageBody.text("x".repeat(40_001))),
                Arguments.of("embed is empty", emptyEmbed()),
                Arguments.of(
                        "embed field must have a name and a value",
                        MessageBody.embed(Embed.of("t", "d").withFields(List.of(new Embed.Field(" ", "v", false))))),
                Arguments.of(
                        "customId must have at most 99 characters where it is not answered publicly",
                        buttons("s:" + "x".repeat(98))),
                Arguments.of("customId must be unique in its message", buttons("s:a", "s:a")));
    }

    private static MessageBody emptyEmbed() {
        return MessageBody.embed(new Embed(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
    }

    private static MessageBody buttons(String... ids) {
        return MessageBody.text("x")
                .withRows(Component.Row.of(Stream.of(ids)
                        .map(id -> new Component.Button(
                                id, "Go", Component.Style.DANGER, Optional.empty(), false, AnswerKind.UPDATE))
                        .toArray(Component[]::new)));
    }

    @Test
    void files_beyondTheirCountOrSize_areRefused() {
        // Given
        var body = MessageBody.text("x");
        // When, Then
        assertThat(MessageForm.creation(body, Collections.nCopies(11, part("a", 1))))
                .isEqualTo(new Impossible("files must be at most 10: 11"));
        assertThat(MessageForm.creation(body, List.of(part("a", 25 * 1024 * 1024 + 1))))
                .isEqualTo(new Impossible("files must have at most 26214400 bytes in all: 26214401"));
    }

    @Test
    void customEmoji_isNamedByItsId() {
        assertThat(ComponentForm.emoji("party:123").encode())
                .isEqualTo("{\"id\":\"123\",\"name\":\"party\",\"animated\":false}");
        assertThat(ComponentForm.emoji("🐇").encode()).isEqualTo("{\"name\":\"🐇\"}");
    }

    @Test
    void choices_areCutInNameAndLeftOutWhenTheirValueIsTooLong() {
        // Given
        var choices = List.of(new Choice("n".repeat(120), "v"), new Choice("n", "v".repeat(101)));
        // When
        var json = ModalForm.choices(choices).getJsonArray("choices");
        // Then
        assertThat(json).hasSize(1);
        assertThat(json.getJsonObject(0).getString("name")).hasSize(100);
    }

    @Test
    void modal_withTheSameInputTwice_isRefused() {
        // Given
        var input = new Modal.Input("a", "A", false, true, 0, 10, Optional.empty(), Optional.empty());
        // When, Then
        assertThat(ModalForm.fault(new Modal("s:m", "M", List.of(input, input), AnswerKind.PUBLIC)))
                .contains("customId must be unique in its modal");
    }

    private static FilePart part(String name, int size) {
        return new FilePart(name, "text/plain", Buffer.buffer(new byte[size]));
    }

    private static Part only(MessageBody body) {
        return ((Ready) MessageForm.creation(body, List.of())).parts().getFirst();
    }
}
