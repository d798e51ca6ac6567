package dev.warren.schemas.published;

import static dev.warren.schemas.published.DiscordSamples.FIVER;
import static dev.warren.schemas.published.DiscordSamples.GENERAL;
import static dev.warren.schemas.published.DiscordSamples.HAZEL;
import static dev.warren.schemas.published.DiscordSamples.HELLO;
import static dev.warren.schemas.published.DiscordSamples.LOBBY;
import static dev.warren.schemas.published.DiscordSamples.MODERATORS;
import static dev.warren.schemas.published.DiscordSamples.NOON;
import static dev.warren.schemas.published.InteractionSamples.ASKED;
import static dev.warren.schemas.published.InteractionSamples.WHISPERED;
import static dev.warren.schemas.published.Sample.full;
import static dev.warren.schemas.published.Sample.minimal;
import static dev.warren.schemas.published.Sample.named;

import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.FileRef;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.Modal;
import dev.warren.schemas.bot.OptionDescription;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.Target;
import dev.warren.schemas.ids.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the bot says: replies and answers. */
final class ReplySamples {
    private static final Instant SOON = NOON.plusSeconds(60);
    private static final Target OWN =
            Target.reply(GENERAL, EventId.command(HELLO).derive("reply"));
    private static final Target THEIRS = Target.message(GENERAL, HELLO);

    private static final Embed CARD = new Embed(
            Optional.of("Rank of Hazel-rah"),
            Optional.of("Level 7, 1,204 of 1,900 XP"),
            Optional.of("https://example.org/rank"),
            Optional.of(0x2ECC71),
            Optional.of(new Embed.Author(
                    "Hazel-rah", Optional.of("https://example.org"), Optional.of("https://example.org/face.png"))),
            Optional.of("Since November"),
            Optional.of("https://example.org/small.png"),
            Optional.of("https://example.org/large.png"),
            Optional.of(NOON),
            List.of(new Embed.Field("Messages", "4,711", true)));
    private static final Embed BARE = new Embed(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Embed.Author("Hazel-rah", Optional.empty(), Optional.empty())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    private static final Component.Row BUTTONS = Component.Row.of(
            new Component.Button(
                    "leveling:page:2", "Next", Component.Style.PRIMARY, Optional.of("▶"), false, AnswerKind.UPDATE),
            new Component.Button(
                    "leveling:close", "Close", Component.Style.DANGER, Optional.empty(), true, AnswerKind.EPHEMERAL),
            new Component.LinkButton("https://example.org", "Rules"));
    private static final Component.Row CHOICE = Component.Row.of(new Component.Select(
            "moderation:roles",
            Component.SelectKind.TEXT,
            "What do you like?",
            0,
            2,
            List.of(
                    new Component.Item("Coding", "coding", Optional.of("Java and the like"), true),
                    new Component.Item("Music", "music", Optional.empty(), false)),
            AnswerKind.PUBLIC));
    private static final Component.Row WHO = Component.Row.of(new Component.Select(
            "moderation:who", Component.SelectKind.USER, "Who?", 1, 1, List.of(), AnswerKind.MODAL));
    private static final MessageBody RICH = new MessageBody(
            "Well done, <@1170000000000000010>!",
            List.of(CARD, BARE, Embed.of("Rules", "Be kind")),
            List.of(BUTTONS, CHOICE, WHO),
            List.of(
                    new FileRef(
                            "rank.txt", "text/plain", Optional.of("A rank"), Optional.of("NDcxMQ=="), Optional.empty()),
                    new FileRef(
                            "rank.png", "image/png", Optional.empty(), Optional.empty(), Optional.of("claim:4711"))),
            new MessageBody.Pings(List.of(HAZEL, FIVER), List.of(MODERATORS), false, true));
    private static final MessageBody PLAIN = MessageBody.text("I was away.");
    private static final Modal FORM = new Modal(
            "moderation:report:1",
            "Report a message",
            List.of(
                    new Modal.Input(
                            "reason",
                            "What is wrong with it?",
                            true,
                            true,
                            10,
                            1000,
                            Optional.of("It says"),
                            Optional.of("In your own words")),
                    new Modal.Input("link", "A link", false, false, 0, 100, Optional.empty(), Optional.empty())),
            AnswerKind.EPHEMERAL);

    private ReplySamples() {}

    static List<Sample> all() {
        return List.of(
                full(new ReplyEvent.PostMessage(
                        GENERAL, RICH, Optional.of(HELLO), Optional.of(Duration.ofSeconds(10)), SOON)),
                minimal(new ReplyEvent.PostMessage(LOBBY, PLAIN, Optional.empty(), Optional.empty(), SOON)),
                full(new ReplyEvent.PostDirectMessage(FIVER, RICH, Optional.of(GENERAL), SOON)),
                minimal(new ReplyEvent.PostDirectMessage(FIVER, PLAIN, Optional.empty(), SOON)),
                full(new ReplyEvent.OfferModal(GENERAL, HAZEL, FORM, Optional.of(HELLO), SOON)),
                minimal(new ReplyEvent.OfferModal(GENERAL, HAZEL, FORM, Optional.empty(), SOON)),
                full(new ReplyEvent.EditMessage(OWN, RICH, SOON)),
                minimal(new ReplyEvent.EditMessage(THEIRS, PLAIN, SOON)),
                full(new ReplyEvent.DeleteMessage(OWN, Optional.of("flood"), SOON)),
                minimal(new ReplyEvent.DeleteMessage(THEIRS, Optional.empty(), SOON)),
                full(new ReplyEvent.SuppressEmbeds(OWN, SOON)),
                named("theirs", new ReplyEvent.SuppressEmbeds(THEIRS, SOON)),
                full(new ReplyEvent.AddReaction(OWN, "⭐", SOON)),
                named("theirs", new ReplyEvent.AddReaction(THEIRS, "carrot:1170000000000000300", SOON)),
                full(new ReplyEvent.RemoveReaction(OWN, "⭐", SOON)),
                named("theirs", new ReplyEvent.RemoveReaction(THEIRS, "⭐", SOON)),
                full(new ReplyEvent.StartTyping(GENERAL, SOON)),
                full(new ReplyEvent.PostAs(
                        GENERAL, "The Black Rabbit", Optional.of("https://example.org/rabbit.png"), RICH, SOON)),
                minimal(new ReplyEvent.PostAs(GENERAL, "The Black Rabbit", Optional.empty(), PLAIN, SOON)),
                full(new AnswerEvent.AnswerMessage(ASKED, RICH, true, SOON)),
                minimal(new AnswerEvent.AnswerMessage(WHISPERED, PLAIN, false, SOON)),
                full(new AnswerEvent.AnswerUpdate(ASKED, RICH, SOON)),
                minimal(new AnswerEvent.AnswerUpdate(WHISPERED, PLAIN, SOON)),
                full(new AnswerEvent.AnswerModal(ASKED, FORM, SOON)),
                minimal(new AnswerEvent.AnswerModal(WHISPERED, FORM, SOON)),
                full(new AnswerEvent.AnswerChoices(
                        ASKED, List.of(new OptionDescription.Choice("Carrot", "carrot")), SOON)),
                minimal(new AnswerEvent.AnswerChoices(WHISPERED, List.of(), SOON)),
                full(new AnswerEvent.EditAnswer(ASKED, RICH, SOON)),
                minimal(new AnswerEvent.EditAnswer(WHISPERED, PLAIN, SOON)));
    }
}
