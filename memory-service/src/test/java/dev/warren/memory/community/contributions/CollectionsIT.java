package dev.warren.memory.community.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.memory.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerEvent.AnswerChoices;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gallery and the links of creators, and how what was done to them is taken back. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class CollectionsIT {
    private static final Pattern NUMBER = Pattern.compile("`(\\d+)`");
    private static Broker broker;

    private Talk ada;

    @BeforeAll
    static void open() {
        broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class));
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @BeforeEach
    void meet() {
        ada = new Talk(broker);
    }

    @Test
    void item_added_isShownToAllWithWhoAddedItAndWhen() {
        var asked = ada.ask(
                "gallery",
                "add",
                Map.of("title", "Sun*set*", "url", "https://example.org/a", "description", "For @everyone"));

        assertThat(ada.answered(asked))
                .isInstanceOfSatisfying(
                        AnswerMessage.class,
                        answer -> assertThat(answer.ephemeral()).isFalse());
        var body = ada.answer(asked);
        assertThat(body.pings()).isEqualTo(MessageBody.Pings.NOBODY);
        assertThat(shown(body))
                .contains("For @everyone")
                .contains("https://example.org/a")
                .contains("by <@" + ada.user() + ">, <t:" + asked.time().getEpochSecond() + ":D>");
        assertThat(shown(ada.answer(ada.ask("gallery", "list", Map.of()))))
                .contains("[Sun\\*set\\*](https://example.org/a)");
        var number = number(body);
        assertThat(shown(ada.answer(ada.ask("gallery", "show", Map.of("item", "#" + number)))))
                .contains("For @everyone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url | javascript:alert(1)  | `url` must be a link such as https://example.org/work, not `javascript:alert(1)`. Nothing was changed.",
                "url | ftp://example.org/   | `url` must begin with https:// or http://, not `ftp://example.org/`. Nothing was changed.",
                "url | http://10.0.0.1/     | `url` must name a place on the public web, by a name such as example.org, not `10.0.0.1`. Nothing was changed.",
                "description | 5000         | `description` must have at most 1,000 characters, not `5,000`. Nothing was changed.",
                "title | 101                | `title` must have at most 100 characters, not `101`. Nothing was changed.",
            })
    void item_thatBreaksARule_isRefusedWithFieldRuleAndValue(String field, String value, String said) {
        var typed = value.matches("\\d+") ? "x".repeat(Integer.parseInt(value)) : value;
        var options = new java.util.HashMap<>(Map.of("title", "Sunset", "url", "https://example.org/a"));
        options.put(field, typed);

        assertThat(ada.said(ada.ask("gallery", "add", options))).isEqualTo(said);
        assertThat(ada.said(ada.ask("gallery", "list", Map.of()))).startsWith("There is no gallery item here yet.");
    }

    @Test
    void item_editedRemovedAndTakenBack_isEachTimeAsItWas() {
        var number = number(ada.answer(add("Sunset", "https://example.org/a")));
        var item = Map.of("item", number);

        assertThat(ada.answer(ada.ask("gallery", "edit", Map.of("item", number, "title", "Sunrise")))
                        .embeds()
                        .getFirst()
                        .title())
                .contains("Sunrise");
        assertThat(ada.said(ada.ask("gallery", "remove", item)))
                .isEqualTo("Removed: the gallery item `" + number + "`, Sunrise. `/undo` brings it back.");
        assertThat(ada.said(ada.ask("gallery", "show", item))).startsWith("`item` must be the number of");
        // back through all steps
        assertThat(ada.said(ada.ask("undo")))
                .isEqualTo("Taken back: the gallery item `" + number + "`, Sunrise is back. `/redo` does it again.");
        assertThat(ada.said(ada.ask("undo"))).endsWith("is as it was before. `/redo` does it again.");
        assertThat(title(number)).isEqualTo("Sunset");
        assertThat(ada.said(ada.ask("undo"))).endsWith("Sunset is gone again. `/redo` does it again.");
        assertThat(ada.said(ada.ask("undo"))).startsWith("There is nothing to take back");
        // and forward again
        assertThat(ada.said(ada.ask("redo"))).endsWith("Sunset is back. `/undo` takes it back.");
        assertThat(ada.said(ada.ask("redo"))).endsWith("is changed again. `/undo` takes it back.");
        assertThat(title(number)).isEqualTo("Sunrise");
        assertThat(ada.said(ada.ask("redo"))).endsWith("is gone again. `/undo` takes it back.");
        assertThat(ada.said(ada.ask("redo"))).startsWith("There is nothing to do again");
    }

    @Test
    void redo_afterSomethingElseWasDone_hasNothingToDo() {
        ada.answer(add("One", "https://example.org/1"));
        ada.said(ada.ask("undo"));
        ada.answer(add("Two", "https://example.org/2"));

        assertThat(ada.said(ada.ask("redo"))).startsWith("There is nothing to do again");
    }

    @Test
    void item_ofAnother_isChangedOnlyByThoseWhoMayManageMessagesAndThatIsAudited() {
        var number = number(ada.answer(add("Sunset", "https://example.org/a")));
        var stranger = ada.another();
        var moderator = ada.another(Permission.MANAGE_MESSAGES);

        assertThat(stranger.said(stranger.ask("gallery", "remove", Map.of("item", number))))
                .startsWith("Only <@" + ada.user() + "> and those who may manage messages can change");
        var removed = moderator.ask("gallery", "remove", Map.of("item", number));
        assertThat(moderator.said(removed)).startsWith("Removed:");
        assertThat(broker.await(
                                Topics.AUDIT,
                                received -> received.event().correlationId().equals(removed.id()))
                        .event()
                        .payload())
                .isInstanceOfSatisfying(
                        Audited.class, audited -> assertThat(audited.action()).isEqualTo("gallery-removed"));
        // who did it takes it back, nobody else
        assertThat(stranger.said(stranger.ask("undo"))).startsWith("There is nothing to take back");
        assertThat(moderator.said(moderator.ask("undo"))).contains("is back.");
    }

    @Test
    void undo_ofWhatAnotherHasChangedSince_leavesItAndGoesOnWithTheNext() {
        ada.answer(add("First", "https://example.org/1"));
        var number = number(ada.answer(add("Second", "https://example.org/2")));
        var moderator = ada.another(Permission.MANAGE_MESSAGES);
        moderator.answer(moderator.ask("gallery", "edit", Map.of("item", number, "title", "Better")));

        assertThat(ada.said(ada.ask("undo"))).contains("that has changed since, so I leave it as it is");
        assertThat(title(number)).isEqualTo("Better");
        assertThat(ada.said(ada.ask("undo"))).contains("First is gone again.");
    }

    @Test
    void list_ofManyItems_isTurnedByButtons() {
        for (int i = 1; i <= 6; i++) {
            ada.answer(add("Item " + i, "https://example.org/" + i));
        }

        var first = ada.answer(ada.ask("gallery", "list", Map.of()));
        assertThat(shown(first)).contains("Item 6").doesNotContain("Item 1](").contains("6 in all, page 1 of 2");
        var next = Talk.customIds(first).getLast();
        var second = ada.answer(ada.use(first, next));
        assertThat(shown(second)).contains("Item 1](").doesNotContain("Item 6").contains("page 2 of 2");
    }

    @Test
    void link_thatIsThereAlready_isRefusedByTheNumberOfTheOther() {
        var number = number(ada.answer(add("Sunset", "https://example.org/a")));

        assertThat(ada.said(add("Again", "https://EXAMPLE.org/a")))
                .isEqualTo("That link is there already: the gallery item `" + number + "`, Sunset, by <@" + ada.user()
                        + ">. Nothing was changed.");
    }

    @Test
    void creator_addedListedAndRemoved_isThereAndGone() {
        var added = ada.answer(ada.ask(
                "creator",
                "add",
                Map.of("platform", "YouTube", "name", "Hazel", "url", "https://www.youtube.com/@hazel")));
        assertThat(shown(added)).contains("YouTube: https://www.youtube.com/@hazel");
        assertThat(shown(ada.answer(
                        ada.ask("creator", "list", Map.of("member", ada.user().toString())))))
                .contains("[Hazel](https://www.youtube.com/@hazel) · YouTube · <@" + ada.user() + ">");
        var offered = ada.answered(ada.complete("creator", "item", "haz"));
        assertThat(offered)
                .isInstanceOfSatisfying(
                        AnswerChoices.class,
                        it -> assertThat(it.choices())
                                .singleElement()
                                .satisfies(choice -> assertThat(choice.name()).endsWith(": Hazel")));

        assertThat(ada.said(ada.ask("creator", "remove", Map.of("item", number(added)))))
                .startsWith("Removed: the creator link");
        assertThat(ada.said(ada.ask("creator", "list", Map.of()))).startsWith("There is no creator link here yet.");
    }

    private dev.warren.schemas.event.Event<?> add(String title, String url) {
        return ada.ask("gallery", "add", Map.of("title", title, "url", url));
    }

    private String title(String number) {
        return ada.answer(ada.ask("gallery", "show", Map.of("item", number)))
                .embeds()
                .getFirst()
                .title()
                .orElseThrow();
    }

    private static String shown(MessageBody body) {
        var embed = body.embeds().getFirst();
        return embed.description().orElse("") + embed.footer().orElse("");
    }

    private static String number(MessageBody body) {
        var found = NUMBER.matcher(shown(body));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
