package dev.warren.gateway.outbound.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.gateway.outbound.LocalGuild;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.AnswerModal;
import dev.warren.schemas.bot.AnswerEvent.AnswerUpdate;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.Modal;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.ModalSubmitted;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalDiscordServer.class)
class SlowAnswersTest {
    private static LocalGuild guild;

    @BeforeAll
    static void open() {
        guild = new LocalGuild().announced();
    }

    @AfterAll
    static void close() {
        guild.assertNoViolations();
        guild.close();
    }

    @Test
    void slowAnswer_fillsTheDeferral() {
        // Given
        var asked = ask("slow", "open");
        deferred(asked, 5);
        // When
        var answer = answer(asked, message(asked, "At last", false));
        // Then
        assertThat(guild.receipt(answer)).isInstanceOf(ReplyDone.class);
        assertThat(LocalGuild.contents(guild.messages("slow"))).containsExactly("At last");
        assertThat(interaction(asked).getJsonArray("followUps")).isEmpty();
    }

    @Test
    void slowAnswer_toAnEphemeralCommand_isDeferredEphemerally() {
        // Given
        var asked = ask("hidden", "secret");
        var deferral = deferred(asked, 5);
        // When
        var answer = answer(asked, message(asked, "Whisper", true));
        // Then
        assertThat(guild.receipt(answer)).isInstanceOf(ReplyDone.class);
        assertThat(deferral.getJsonObject("response").getJsonObject("data").getInteger("flags"))
                .isEqualTo(64);
        assertThat(interaction(asked).getBoolean("ephemeral")).isTrue();
    }

    @Test
    void ephemeralAnswer_afterAPublicDeferral_takesItAwayAndFollowsUp() {
        // Given
        var asked = ask("narrowed", "open");
        deferred(asked, 5);
        // When
        var answer = answer(asked, message(asked, "Only you", true));
        // Then
        assertThat(guild.receipt(answer)).isInstanceOf(ReplyDone.class);
        var shown = guild.messages("narrowed");
        assertThat(LocalGuild.contents(shown)).containsExactly("Only you");
        assertThat(shown.getFirst().getString("ephemeralFor")).isEqualToIgnoringCase("ada");
    }

    @Test
    void modal_opens_andItsSubmissionIsAnswered() {
        // Given
        var asked = ask("modal", "form");
        var input = new Modal.Input("name", "Name", false, true, 1, 50, Optional.empty(), Optional.of("Ada"));
        var modal = new Modal("embed:named:1", "Your name", List.of(input), AnswerKind.EPHEMERAL);
        // When
        var opened = answer(asked, new AnswerModal(asked.payload().origin(), modal, soon()));
        assertThat(guild.receipt(opened)).isInstanceOf(ReplyDone.class);
        var submitted = guild.published(guild.discord().modal(id(asked), "ada", Map.of("name", "Grace")));
        // Then
        assertThat(submitted.payload()).isInstanceOfSatisfying(ModalSubmitted.class, sent -> {
            assertThat(sent.customId()).isEqualTo("embed:named:1");
            assertThat(sent.fields()).containsEntry("name", "Grace");
        });
        var deferral = deferred(submitted, 5);
        assertThat(deferral.getJsonObject("response").getJsonObject("data").getInteger("flags"))
                .isEqualTo(64);
        answer(submitted, message(submitted, "Hello", true));
    }

    @Test
    void update_changesTheMessageThatCarriesTheButton_inTimeAndAfterADeferral() {
        // Given
        var channel = guild.channel("buttons");
        var button = new Component.Button(
                "embed:count", "Count", Component.Style.PRIMARY, Optional.empty(), false, AnswerKind.UPDATE);
        var posted = guild.send(
                Topics.REPLIES,
                guild.event(
                        channel,
                        new PostMessage(
                                channel,
                                MessageBody.text("0").withRows(Component.Row.of(button)),
                                Optional.empty(),
                                Optional.empty(),
                                soon())));
        guild.receipt(posted.id());
        String message = guild.messages("buttons").getFirst().getString("id");
        // When
        var quick = guild.published(guild.discord().component(message, "=embed:count", "ada", List.of()));
        answer(
                quick,
                new AnswerUpdate(
                        quick.payload().origin(), MessageBody.text("1").withRows(Component.Row.of(button)), soon()));
        guild.messages("buttons", shows("1"));
        var slow = guild.published(guild.discord().component(message, "=embed:count", "ada", List.of()));
        deferred(slow, 6);
        answer(slow, new AnswerUpdate(slow.payload().origin(), MessageBody.text("2"), soon()));
        // Then
        var shown = guild.messages("buttons", shows("2"));
        assertThat(shown).hasSize(1);
        assertThat(shown.getFirst().getJsonArray("components")).isEmpty();
    }

    private static Predicate<List<JsonObject>> shows(String content) {
        return messages -> LocalGuild.contents(messages).contains(content);
    }

    private static Event<InteractionEvent> ask(String channel, String command) {
        guild.channel(channel);
        return guild.command(channel, command);
    }

    private static Event<AnswerEvent> answer(Event<InteractionEvent> asked, AnswerEvent answer) {
        return guild.send(
                Topics.ANSWERS,
                guild.event(asked.payload().origin().interaction().orElseThrow(), answer));
    }

    private static AnswerEvent message(Event<InteractionEvent> asked, String text, boolean ephemeral) {
        return new AnswerMessage(asked.payload().origin(), MessageBody.text(text), ephemeral, soon());
    }

    private static JsonObject deferred(Event<InteractionEvent> asked, int type) {
        var interaction = await().atMost(Duration.ofSeconds(3))
                .until(() -> interaction(asked), json -> json.containsKey("response"));
        assertThat(interaction.getJsonObject("response").getInteger("type")).isEqualTo(type);
        assertThat(interaction.getDouble("delayMs")).isBetween(650.0, 1500.0);
        return interaction;
    }

    private static JsonObject interaction(Event<InteractionEvent> asked) {
        return guild.discord().interaction(id(asked));
    }

    private static String id(Event<InteractionEvent> asked) {
        return asked.payload().origin().interaction().orElseThrow().toString();
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(60);
    }
}
