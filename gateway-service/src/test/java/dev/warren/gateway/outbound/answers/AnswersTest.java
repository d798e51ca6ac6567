package dev.warren.gateway.outbound.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.gateway.outbound.LocalGuild;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerEvent.AnswerChoices;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.EditAnswer;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalDiscordServer.class)
class AnswersTest {
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
    void answer_inTime_isTheFirstResponse() {
        // Given
        var asked = ask("quick", "open");
        // When
        var answer = answer(asked, message(asked, "Here", false));
        // Then
        assertThat(guild.receipt(answer)).isInstanceOfSatisfying(ReplyDone.class, done -> {
            JsonObject interaction = interaction(asked);
            assertThat(interaction.getJsonObject("response").getInteger("type")).isEqualTo(4);
            assertThat(interaction.getJsonArray("edits")).isEmpty();
            assertThat(done.messages())
                    .containsExactly(
                            MessageId.of(interaction.getJsonObject("message").getString("id")));
        });
    }

    @Test
    void answer_narrowerThanAnnounced_isSentSo() {
        // Given
        var asked = ask("narrow", "open");
        // When
        var answer = answer(asked, message(asked, "Not for all", true));
        // Then
        assertThat(guild.receipt(answer)).isInstanceOf(ReplyDone.class);
        assertThat(interaction(asked).getBoolean("ephemeral")).isTrue();
    }

    @Test
    void furtherAnswers_followUpInOrder_andTheFirstOneCanBeEdited() {
        // Given
        var asked = ask("many", "open");
        // When
        answer(asked, message(asked, "One", false));
        answer(asked, message(asked, "Two", false));
        answer(asked, message(asked, "Three", true));
        var edit = answer(asked, new EditAnswer(asked.payload().origin(), MessageBody.text("Uno"), soon()));
        // Then
        assertThat(guild.receipt(edit)).isInstanceOf(ReplyDone.class);
        assertThat(LocalGuild.contents(guild.messages("many"))).containsExactly("Uno", "Two", "Three");
        assertThat(guild.messages("many").getLast().getString("ephemeralFor")).isEqualToIgnoringCase("ada");
    }

    @Test
    void longAnswer_goesOnInFollowUps() {
        // Given
        var asked = ask("longer", "open");
        // When
        var answer = answer(asked, message(asked, "A line of some length.\n".repeat(150), false));
        // Then
        assertThat(guild.receipt(answer))
                .isInstanceOfSatisfying(
                        ReplyDone.class, done -> assertThat(done.messages()).hasSize(2));
        assertThat(guild.messages("longer")).hasSize(2);
    }

    @Test
    void redeliveredAnswers_changeNothing() {
        // Given
        var asked = ask("again", "open");
        var first = answer(asked, message(asked, "First", false));
        var second = answer(asked, message(asked, "Second", false));
        guild.receipt(second);
        // When
        guild.send(Topics.ANSWERS, first);
        guild.send(Topics.ANSWERS, second);
        var last = answer(asked, message(asked, "Last", false));
        // Then
        guild.receipt(last);
        assertThat(LocalGuild.contents(guild.messages("again"))).containsExactly("First", "Second", "Last");
    }

    @Test
    void completion_isAnsweredWithChoices() {
        // Given
        var offered = CompletableFuture.supplyAsync(() -> guild.discord()
                .autocomplete(
                        LocalGuild.NAME, "general", "ada", "find", Optional.empty(), "what", Map.of("what", "wa")));
        var asked = guild.broker()
                .await(
                        Topics.INTERACTIONS,
                        received -> received.event().payload() instanceof AutocompleteRequested typed
                                && typed.command().equals("find"))
                .event();
        // When
        answer(asked, new AnswerChoices(asked.payload().origin(), List.of(new Choice("Warren", "warren")), soon()));
        // Then
        assertThat(offered.join())
                .singleElement()
                .satisfies(choice -> assertThat(choice.getString("value")).isEqualTo("warren"));
    }

    @Test
    void answer_whoseInteractionNobodyKnows_isToldInTheChannelOrDirectly() {
        // Given
        var asked = ask("lost", "open");
        answer(asked, message(asked, "Known", false));
        var forgotten = forgotten(asked);
        // When
        var open = answer(forgotten, message(forgotten, "Public", false));
        var secret = answer(forgotten, message(forgotten, "Private", true));
        // Then
        assertThat(guild.receipt(open))
                .isInstanceOfSatisfying(
                        ReplyRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(10062));
        assertThat(guild.receipt(open.id().derive("late"))).isInstanceOf(ReplyDone.class);
        assertThat(guild.receipt(secret.id().derive("late"))).isInstanceOf(ReplyDone.class);
        assertThat(guild.messages("lost").getLast().getString("content")).endsWith(": Public");
        assertThat(LocalGuild.contents(guild.discord().directMessages("ada"))).contains("Private");
    }

    @Test
    void answer_pastItsExpiry_isNotSent() {
        // Given
        var asked = ask("expired", "open");
        var stale = new AnswerMessage(
                asked.payload().origin(),
                MessageBody.text("Stale"),
                false,
                Instant.now().minusSeconds(1));
        // When
        var answer = answer(asked, stale);
        // Then
        assertThat(guild.receipt(answer))
                .isInstanceOfSatisfying(
                        ReplyRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("expired"));
    }

    @Test
    void response_whoseEndIsUnclear_standsOnce() {
        // Given
        guild.discord()
                .fault(
                        "rest-reset-after-accept",
                        Map.of("count", 1, "route", "/interactions/{interaction_id}/{interaction_token}/callback"));
        var asked = ask("reset", "open");
        // When
        var answer = answer(asked, message(asked, "Once", false));
        // Then
        assertThat(guild.receipt(answer)).isInstanceOf(ReplyDone.class);
        assertThat(LocalGuild.contents(guild.messages("reset"))).containsExactly("Once");
        guild.discord().clearFaults();
    }

    @Test
    void followUp_whoseAnswerIsLost_isFoundInTheChannel() {
        // Given
        var asked = ask("reset-follow-up", "open");
        guild.receipt(answer(asked, message(asked, "First", false)));
        guild.discord()
                .fault(
                        "rest-reset-after-accept",
                        Map.of("count", 1, "route", "/webhooks/{webhook_id}/{webhook_token}"));
        // When
        var second = answer(asked, message(asked, "Second", false));
        // Then
        assertThat(guild.receipt(second)).isInstanceOf(ReplyDone.class);
        assertThat(LocalGuild.contents(guild.messages("reset-follow-up"))).containsExactly("First", "Second");
        guild.discord().clearFaults();
    }

    private static Event<InteractionEvent> ask(String channel, String command) {
        guild.channel(channel);
        return guild.command(channel, command);
    }

    /** The same question from an interaction that this gateway has never received, as after the loss of Redis and a restart. */
    private static Event<InteractionEvent> forgotten(Event<InteractionEvent> asked) {
        var origin = asked.payload().origin();
        var other = new dev.warren.schemas.discord.Origin(
                origin.interaction().map(id -> new dev.warren.schemas.ids.InteractionId(id.value() + 1)),
                origin.message(),
                origin.guild(),
                origin.channel(),
                origin.member(),
                origin.locale());
        return guild.event("any", new InteractionEvent.ComponentUsed(other, "embed:any", List.of(), Instant.now()));
    }

    private static Event<AnswerEvent> answer(Event<InteractionEvent> asked, AnswerEvent answer) {
        return guild.send(
                Topics.ANSWERS,
                guild.event(asked.payload().origin().interaction().orElseThrow(), answer));
    }

    private static AnswerEvent message(Event<InteractionEvent> asked, String text, boolean ephemeral) {
        return new AnswerMessage(asked.payload().origin(), MessageBody.text(text), ephemeral, soon());
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
