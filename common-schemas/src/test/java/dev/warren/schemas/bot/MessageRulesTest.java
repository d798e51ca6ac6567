package dev.warren.schemas.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.Rule;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Item;
import dev.warren.schemas.bot.Component.LinkButton;
import dev.warren.schemas.bot.Component.Row;
import dev.warren.schemas.bot.Component.Select;
import dev.warren.schemas.bot.Component.SelectKind;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a message, an embed, a component, a modal and a file refuse. */
class MessageRulesTest {
    private static final Embed EMBED = Embed.of("Rank", "7");
    private static final ChannelId GENERAL = new ChannelId(2);

    @ParameterizedTest
    @MethodSource("rules")
    void message_thatBreaksARule_isRefusedInWords(Rule rule) {
        rule.check();
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule("long title", () -> Embed.of(x(257), ""), "embed title must be at most 256: 257"),
                new Rule(
                        "long description",
                        () -> Embed.of("", x(4097)),
                        "embed description must be at most 4096: 4097"),
                new Rule("long footer", () -> EMBED.withFooter(x(2049)), "embed footer must be at most 2048: 2049"),
                new Rule(
                        "many fields",
                        () -> EMBED.withFields(Collections.nCopies(26, field(1, 1))),
                        "embed fields must be at most 25: 26"),
                new Rule("long field name", () -> field(257, 1), "embed field name must be at most 256: 257"),
                new Rule("long field value", () -> field(1, 1025), "embed field value must be at most 1024: 1025"),
                new Rule(
                        "long author name",
                        () -> new Embed.Author(x(257), Optional.empty(), Optional.empty()),
                        "embed author name must be at most 256: 257"),
                new Rule(
                        "color beyond white",
                        () -> EMBED.withColor(0x1000000),
                        "embed color must be 0 to 0xFFFFFF: 16777216"),
                new Rule("negative color", () -> EMBED.withColor(-1), "embed color must be 0 to 0xFFFFFF: -1"),
                new Rule(
                        "many embeds",
                        () -> body(Collections.nCopies(11, EMBED), List.of()),
                        "embeds must be at most 10: 11"),
                new Rule(
                        "long embeds",
                        () -> body(List.of(Embed.of("", x(3000)), Embed.of("a", x(3000))), List.of()),
                        "embeds must have at most 6000 characters in all: 6001"),
                new Rule(
                        "many rows",
                        () -> body(List.of(), Collections.nCopies(6, Row.of(link("Rules")))),
                        "rows must be at most 5: 6"),
                new Rule("empty row", Row::of, "components must be 1 to 5: 0"),
                new Rule(
                        "long row",
                        () -> new Row(Collections.nCopies(6, link("Rules"))),
                        "components must be 1 to 5: 6"),
                new Rule(
                        "select beside a button",
                        () -> Row.of(select(SelectKind.USER, 1, 1, 0), link("Rules")),
                        "a select must stand alone in its row: 2"),
                new Rule("blank id", () -> button(" ", "Next", ""), "customId must have 1 to 100 characters:  "),
                new Rule(
                        "long id",
                        () -> button(x(101), "Next", ""),
                        "customId must have 1 to 100 characters: " + x(101)),
                new Rule(
                        "long label of a button",
                        () -> button("a:b", x(81), ""),
                        "label must have 1 to 80 characters, or none beside an emoji: " + x(81)),
                new Rule(
                        "button that shows nothing",
                        () -> button("a:b", "", ""),
                        "label must have 1 to 80 characters, or none beside an emoji: "),
                new Rule("blank label of a link", () -> link(" "), "label must have 1 to 80 characters:  "),
                new Rule("long label of a link", () -> link(x(81)), "label must have 1 to 80 characters: " + x(81)),
                new Rule("many items", () -> select(SelectKind.TEXT, 1, 1, 26), "items must be at most 25: 26"),
                new Rule(
                        "text select without items",
                        () -> select(SelectKind.TEXT, 1, 1, 0),
                        "items must be given for TEXT and for nothing else: 0 for TEXT"),
                new Rule(
                        "user select with items",
                        () -> select(SelectKind.USER, 1, 1, 1),
                        "items must be given for TEXT and for nothing else: 1 for USER"),
                new Rule(
                        "negative minimum of a select",
                        () -> select(SelectKind.USER, -1, 1, 0),
                        "minimum and maximum must be 0 to 25, in order: -1, 1"),
                new Rule(
                        "swapped bounds of a select",
                        () -> select(SelectKind.USER, 3, 2, 0),
                        "minimum and maximum must be 0 to 25, in order: 3, 2"),
                new Rule(
                        "select of nothing",
                        () -> select(SelectKind.USER, 0, 0, 0),
                        "minimum and maximum must be 0 to 25, in order: 0, 0"),
                new Rule(
                        "high maximum of a select",
                        () -> select(SelectKind.USER, 0, 26, 0),
                        "minimum and maximum must be 0 to 25, in order: 0, 26"),
                new Rule("blank title of a modal", () -> modal(" ", 1), "title must have 1 to 45 characters:  "),
                new Rule(
                        "long title of a modal", () -> modal(x(46), 1), "title must have 1 to 45 characters: " + x(46)),
                new Rule("modal without inputs", () -> modal("Report", 0), "inputs must be 1 to 5: 0"),
                new Rule("many inputs", () -> modal("Report", 6), "inputs must be 1 to 5: 6"),
                new Rule(
                        "long id of a modal",
                        () -> new Modal(x(101), "Report", List.of(input("Why?", 0, 9)), AnswerKind.PUBLIC),
                        "customId must have 1 to 100 characters: " + x(101)),
                new Rule("blank label of an input", () -> input(" ", 0, 9), "label must have 1 to 45 characters:  "),
                new Rule(
                        "long label of an input",
                        () -> input(x(46), 0, 9),
                        "label must have 1 to 45 characters: " + x(46)),
                new Rule(
                        "swapped bounds of an input",
                        () -> input("Why?", 9, 8),
                        "minimum and maximum must be 0 to 4000, in order: 9, 8"),
                new Rule(
                        "high maximum of an input",
                        () -> input("Why?", 0, 4001),
                        "minimum and maximum must be 0 to 4000, in order: 0, 4001"),
                new Rule(
                        "file with bytes and a claim",
                        () -> file(Optional.of("AA=="), Optional.of("k")),
                        "a file must have either bytes or a claim: rank.png"),
                new Rule(
                        "file with neither",
                        () -> file(Optional.empty(), Optional.empty()),
                        "a file must have either bytes or a claim: rank.png"),
                new Rule(
                        "large file",
                        () -> file(Optional.of(x(349_532)), Optional.empty()),
                        "bytes must be at most 256 KiB before Base64: 349532"),
                new Rule(
                        "target that names two things",
                        () -> new Target(Optional.of(EventId.of("a")), GENERAL, Optional.of(new MessageId(1))),
                        "a target must name either a reply or a message"),
                new Rule(
                        "target that names nothing",
                        () -> new Target(Optional.empty(), GENERAL, Optional.empty()),
                        "a target must name either a reply or a message"));
    }

    @Test
    void message_atEveryBound_isAccepted() {
        assertThat(body(Collections.nCopies(10, EMBED), Collections.nCopies(5, Row.of(link(x(80)))))
                        .rows())
                .hasSize(5);
        assertThat(file(Optional.of(x(349_528)), Optional.empty()).claim()).isEmpty();
        assertThat(select(SelectKind.TEXT, 0, 25, 25).items()).hasSize(25);
        assertThat(button(x(100), "", "⭐").label()).isEmpty();
        assertThat(input(x(45), 4000, 4000).maximum()).isEqualTo(4000);
    }

    @Test
    void message_changedStepByStep_keepsTheRest() {
        var message = MessageBody.embed(EMBED.withColor(1).withImage("i").withThumbnail("t"))
                .withRows(Row.of(link("Rules")))
                .withFiles(file(Optional.empty(), Optional.of("k")))
                .pinging(new MessageBody.Pings(List.of(), List.of(), true, false));

        assertThat(message.content()).isEmpty();
        assertThat(message.embeds())
                .singleElement()
                .extracting(Embed::title, Embed::color, Embed::imageUrl, Embed::thumbnailUrl)
                .containsExactly(Optional.of("Rank"), Optional.of(1), Optional.of("i"), Optional.of("t"));
        assertThat(message.rows()).hasSize(1);
        assertThat(message.files()).hasSize(1);
        assertThat(message.pings().everyone()).isTrue();
    }

    @Test
    void message_ofText_pingsNobody() {
        assertThat(MessageBody.text("@everyone").pings()).isEqualTo(MessageBody.Pings.NOBODY);
    }

    private static String x(int length) {
        return "x".repeat(length);
    }

    private static Embed.Field field(int name, int value) {
        return new Embed.Field(x(name), x(value), false);
    }

    private static MessageBody body(List<Embed> embeds, List<Row> rows) {
        return new MessageBody("", embeds, rows, List.of(), MessageBody.Pings.NOBODY);
    }

    private static Button button(String id, String label, String emoji) {
        var face = Optional.of(emoji).filter(text -> !text.isEmpty());
        return new Button(id, label, Style.PRIMARY, face, false, AnswerKind.UPDATE);
    }

    private static LinkButton link(String label) {
        return new LinkButton("https://example.org", label);
    }

    private static Select select(SelectKind kind, int minimum, int maximum, int items) {
        var item = new Item("One", "1", Optional.empty(), false);
        return new Select("a:b", kind, "", minimum, maximum, Collections.nCopies(items, item), AnswerKind.UPDATE);
    }

    private static Modal modal(String title, int inputs) {
        return new Modal("a:b", title, Collections.nCopies(inputs, input("Why?", 0, 9)), AnswerKind.EPHEMERAL);
    }

    private static Modal.Input input(String label, int minimum, int maximum) {
        return new Modal.Input("why", label, true, true, minimum, maximum, Optional.empty(), Optional.empty());
    }

    private static FileRef file(Optional<String> bytes, Optional<String> claim) {
        return new FileRef("rank.png", "image/png", Optional.empty(), bytes, claim);
    }
}
