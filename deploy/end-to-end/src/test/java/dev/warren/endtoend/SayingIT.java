package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.AnswerModal;
import dev.warren.schemas.bot.AnswerEvent.AnswerUpdate;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Item;
import dev.warren.schemas.bot.Component.Row;
import dev.warren.schemas.bot.Component.Select;
import dev.warren.schemas.bot.Component.SelectKind;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.FileRef;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.Modal;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReplyEvent.AddReaction;
import dev.warren.schemas.bot.ReplyEvent.DeleteMessage;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.bot.ReplyEvent.PostAs;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.bot.ReplyEvent.StartTyping;
import dev.warren.schemas.bot.Target;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.InteractionEvent.ModalSubmitted;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that a service can let the bot say, from the topic to what stands at Discord. */
@ExtendWith(OnStack.class)
class SayingIT {
    private Playground play;
    private Chat chat;

    @BeforeEach
    void open(Stack stack) {
        play = Playground.open(stack);
        chat = new Chat(stack);
    }

    @Test
    void modal_openedSentAndAnswered_comesBackWithItsFields(Stack stack) {
        // Given
        var asked = play.used(chat, "ada", "play-form");
        var input = new Modal.Input("words", "Your words", true, true, 1, 200, Optional.empty(), Optional.empty());
        var form = new Modal("playground:form:7", "Say it", List.of(input), AnswerKind.PUBLIC);
        play.answer(asked, new AnswerModal(asked.payload().origin(), form, Playground.soon()));
        var interaction = asked.payload().origin().interaction().orElseThrow().toString();
        await().until(() -> stack.discord().interaction(interaction).encode().contains("playground:form:7"));
        // When
        stack.discord().modal(interaction, "ada", Map.of("words", "well said"));
        // Then
        var sent = play.asked(event -> event.payload() instanceof ModalSubmitted submitted
                && submitted.fields().containsValue("well said"));
        play.answer(
                sent,
                new AnswerMessage(sent.payload().origin(), MessageBody.text("Thank you"), false, Playground.soon()));
        chat.first(message -> message.getString("content", "").equals("Thank you"));
    }

    @Test
    void buttonAndSelect_whenUsed_updateTheMessageTheyStandOn(Stack stack) {
        // Given
        var asked = play.used(chat, "ada", "play-public");
        var button =
                new Button("playground:press:1", "Press", Style.PRIMARY, Optional.empty(), false, AnswerKind.UPDATE);
        var items = List.of(
                new Item("One", "1", Optional.empty(), false), new Item("Two", "2", Optional.of("more"), false));
        var select = new Select("playground:choose", SelectKind.TEXT, "Choose", 1, 1, items, AnswerKind.UPDATE);
        var body = MessageBody.text("Which?").withRows(Row.of(button), Row.of(select));
        play.answer(asked, new AnswerMessage(asked.payload().origin(), body, false, Playground.soon()));
        var message = chat.first(said -> said.getString("content", "").equals("Which?"));
        // When
        stack.discord()
                .component(message.getString("id"), customId(message, "playground:choose"), "grace", List.of("2"));
        // Then
        var used = play.asked(event -> event.payload() instanceof ComponentUsed chosen
                && chosen.origin()
                        .message()
                        .filter(id -> id.toString().equals(message.getString("id")))
                        .isPresent());
        assertThat(((ComponentUsed) used.payload()).values()).containsExactly("2");
        play.answer(used, new AnswerUpdate(used.payload().origin(), MessageBody.text("Two it is"), Playground.soon()));
        await().until(() -> content(message.getString("id")).equals("Two it is"));
    }

    @Test
    void answer_thatTakesLong_isDeferredAndThenStandsThere(Stack stack) {
        var asked = play.used(chat, "ada", "play-public");
        var interaction = asked.payload().origin().interaction().orElseThrow().toString();
        await().atMost(Duration.ofSeconds(3))
                .until(() -> stack.discord().interaction(interaction).getJsonObject("response") != null
                        || !stack.discord().interaction(interaction).encode().contains("\"responses\":[]"));

        play.answer(
                asked,
                new AnswerMessage(asked.payload().origin(), MessageBody.text("At last"), false, Playground.soon()));

        chat.first(message -> message.getString("content", "").equals("At last"));
    }

    @Test
    void post_overTwoThousandCharacters_standsInParts() {
        var origin = play.origin(chat, "ada");
        var text = "A sentence that is not long at all. ".repeat(150);

        var reply = play.reply(origin.channel(), Playground.post(origin, MessageBody.text(text)));

        assertThat(play.receipt(reply))
                .isInstanceOfSatisfying(
                        ReplyDone.class, done -> assertThat(done.messages()).hasSize(3));
    }

    @Test
    void post_withEmbedFileAndMention_showsThemAndPingsNobody() {
        var origin = play.origin(chat, "ada");
        var file = new FileRef(
                "note.txt",
                "text/plain",
                Optional.of("A note"),
                Optional.of(Base64.getEncoder().encodeToString("hello".getBytes(StandardCharsets.UTF_8))),
                Optional.empty());
        var body = new MessageBody(
                "Look, <@" + origin.member().id() + "> @everyone",
                List.of(Embed.of("A title", "A description")),
                List.of(),
                List.of(file),
                MessageBody.Pings.NOBODY);

        var message = posted(play.reply(origin.channel(), Playground.post(origin, body)));

        assertThat(Chat.embeds(message))
                .singleElement()
                .satisfies(embed -> assertThat(embed.getString("title")).isEqualTo("A title"));
        assertThat(Chat.objects(message.getJsonArray("attachments")))
                .singleElement()
                .satisfies(
                        attached -> assertThat(attached.getString("filename")).isEqualTo("note.txt"));
        assertThat(message.getJsonArray("mentions")).isEmpty();
        assertThat(message.getBoolean("mention_everyone")).isFalse();
    }

    @Test
    void post_redelivered_standsOnce() {
        var origin = play.origin(chat, "ada");
        var post = Playground.post(origin, MessageBody.text("only once"));
        var reply = play.reply(origin.channel(), post);
        posted(reply);

        play.again(reply, origin.channel(), post);
        posted(play.reply(origin.channel(), Playground.post(origin, MessageBody.text("and on"))));

        assertThat(chat.messages())
                .filteredOn(message -> message.getString("content").equals("only once"))
                .hasSize(1);
    }

    @Test
    void editReactionAndDelete_byTheReplysId_reachTheMessage() {
        var origin = play.origin(chat, "ada");
        var reply = play.reply(origin.channel(), Playground.post(origin, MessageBody.text("first words")));
        var id = posted(reply).getString("id");
        var target = Target.reply(origin.channel(), reply);

        play.reply(origin.channel(), new EditMessage(target, MessageBody.text("better words"), Playground.soon()));
        await().until(() -> content(id).equals("better words"));
        play.reply(origin.channel(), new AddReaction(target, "👍", Playground.soon()));
        await().until(() ->
                message(id).map(found -> found.encode().contains("👍")).orElse(false));
        play.reply(origin.channel(), new DeleteMessage(target, Optional.of("tidying"), Playground.soon()));
        await().until(() -> message(id).isEmpty());
    }

    @Test
    void typing_andAWebhookPost_areSeen(Stack stack) {
        var origin = play.origin(chat, "ada");

        play.reply(origin.channel(), new StartTyping(origin.channel(), Playground.soon()));
        var as = play.reply(
                origin.channel(),
                new PostAs(
                        origin.channel(),
                        "Hazel",
                        Optional.empty(),
                        MessageBody.text("I am a rabbit"),
                        Playground.soon()));

        assertThat(play.receipt(as)).isInstanceOf(ReplyDone.class);
        var said = chat.first(message -> message.getString("content", "").equals("I am a rabbit"));
        assertThat(said.getJsonObject("author").getString("username")).isEqualTo("Hazel");
        assertThat(stack.discord().stats().encode()).contains("typing");
    }

    @Test
    void directMessage_isSeenByTheMemberAlone(Stack stack) {
        var origin = play.origin(chat, "shy");

        var reply = play.reply(
                origin.channel(),
                new PostDirectMessage(
                        origin.member().id(),
                        MessageBody.text("between us"),
                        Optional.of(origin.channel()),
                        Playground.soon()));

        assertThat(play.receipt(reply)).isInstanceOf(ReplyDone.class);
        assertThat(stack.discord().directMessages("shy"))
                .anyMatch(message -> message.getString("content").equals("between us"));
        assertThat(chat.messages())
                .noneMatch(message -> message.getString("content", "").equals("between us"));
    }

    @Test
    void post_pastItsTime_isNotPostedAndTheReceiptSaysSo() {
        var origin = play.origin(chat, "ada");

        var reply = play.reply(
                origin.channel(),
                new PostMessage(
                        origin.channel(),
                        MessageBody.text("too late"),
                        Optional.empty(),
                        Optional.empty(),
                        Instant.now().minusSeconds(1)));

        assertThat(play.receipt(reply)).isInstanceOf(ReplyRefused.class);
        assertThat(chat.messages())
                .noneMatch(message -> message.getString("content", "").equals("too late"));
    }

    @Test
    void edit_ofAMessageThatIsGone_isRefusedInTheReceipt() {
        var origin = play.origin(chat, "ada");
        var target = Target.message(origin.channel(), new MessageId(42));

        var reply =
                play.reply(origin.channel(), new EditMessage(target, MessageBody.text("hello?"), Playground.soon()));

        assertThat(play.receipt(reply))
                .isInstanceOfSatisfying(
                        ReplyRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(10_008));
    }

    private JsonObject posted(EventId reply) {
        var receipt = play.receipt(reply);
        assertThat(receipt).isInstanceOf(ReplyDone.class);
        return message(((ReplyDone) receipt).messages().getFirst().toString()).orElseThrow();
    }

    private Optional<JsonObject> message(String id) {
        return chat.messages().stream()
                .filter(message -> message.getString("id").equals(id))
                .findFirst();
    }

    /** The gateway marks custom ids with how they are answered, so that it can defer rightly. */
    private static String customId(JsonObject message, String ours) {
        return Chat.objects(message.getJsonArray("components")).stream()
                .flatMap(row -> Chat.objects(row.getJsonArray("components")).stream())
                .map(component -> component.getString("custom_id"))
                .filter(id -> id.endsWith(ours))
                .findFirst()
                .orElseThrow();
    }

    private String content(String id) {
        return message(id).map(message -> message.getString("content", "")).orElse("");
    }
}
