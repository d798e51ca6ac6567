package dev.warren.memory.community.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.memory.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.event.Event;
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

/** What members suggest, and how others think of it. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class SuggestionsIT {
    private static final Pattern NUMBER = Pattern.compile("Suggestion (\\d+)");
    private static Broker broker;

    private Talk ada;
    private Talk grace;

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
        grace = ada.another(Permission.MANAGE_GUILD);
    }

    @Test
    void vote_pressedChangedAndPressedAgain_countsOnceThenTheOtherWayThenNot() {
        var made = ada.answer(make("A channel for birds"));

        assertThat(votes(grace.answer(grace.use(made, up(made))))).isEqualTo("1 0");
        assertThat(votes(ada.answer(ada.use(made, up(made))))).isEqualTo("2 0");
        assertThat(votes(grace.answer(grace.use(made, down(made))))).isEqualTo("1 1");
        assertThat(votes(grace.answer(grace.use(made, down(made))))).isEqualTo("1 0");
    }

    @Test
    void vote_takenBack_isAsItWasBeforeAndThePostFollows() {
        var made = ada.answer(make("A channel for birds"));
        grace.answer(grace.use(made, up(made)));
        grace.answer(grace.use(made, down(made)));

        var undone = grace.ask("undo");
        assertThat(grace.said(undone)).startsWith("Taken back: your vote on the suggestion `" + number(made) + "`");
        assertThat(votes(edit(undone).body())).isEqualTo("1 0");
        var again = grace.ask("undo");
        assertThat(grace.said(again)).contains("is gone again.");
        assertThat(votes(edit(again).body())).isEqualTo("0 0");
    }

    @Test
    void standing_setByOneWhoMay_closesTheVoteAndIsShownInThePost() {
        var asked = make("A channel for birds");
        var made = ada.answer(asked);

        var set =
                grace.ask("suggest", "set", Map.of("suggestion", number(made), "state", "rejected", "note", "no room"));
        assertThat(grace.said(set)).startsWith("It is rejected now: the suggestion `" + number(made) + "`");
        var edit = edit(set);
        assertThat(edit.target().reply()).contains(asked.id().derive("answer"));
        assertThat(edit.body().embeds().getFirst().title()).contains("Suggestion " + number(made) + " · Rejected");
        assertThat(edit.body().embeds().getFirst().description().orElseThrow()).contains("**Rejected:** no room");
        assertThat(ada.said(ada.use(made, up(made)))).isEqualTo("Votes are closed: this is rejected.");
        // and taken back it is open
        var undone = grace.ask("undo");
        assertThat(grace.said(undone)).contains("is as it was before.");
        assertThat(edit(undone).body().embeds().getFirst().title()).contains("Suggestion " + number(made) + " · Open");
    }

    @Test
    void list_byStanding_showsThoseAlone() {
        var birds = ada.answer(make("A channel for birds"));
        ada.answer(make("A channel for frogs"));
        grace.said(grace.ask("suggest", "set", Map.of("suggestion", number(birds), "state", "done")));

        assertThat(shown(ada.answer(ada.ask("suggest", "list", Map.of("state", "done")))))
                .contains("birds")
                .contains("👍 0 👎 0 · Done")
                .doesNotContain("frogs");
        assertThat(shown(ada.answer(ada.ask("suggest", "list", Map.of())))).contains("birds", "frogs");
    }

    @Test
    void suggestion_removedAndBroughtBack_isGoneAndThereAgainWithItsVotes() {
        var made = ada.answer(make("A channel for @everyone"));
        grace.answer(grace.use(made, up(made)));
        var which = Map.of("suggestion", number(made));
        var stranger = ada.another();

        assertThat(stranger.said(stranger.ask("suggest", "remove", which))).startsWith("Only <@" + ada.user() + ">");
        var removed = ada.ask("suggest", "remove", which);
        assertThat(ada.said(removed)).startsWith("Removed:");
        assertThat(edit(removed).body().content()).isEqualTo("-# The suggestion `" + number(made) + "` was removed.");
        assertThat(grace.said(grace.use(made, up(made)))).isEqualTo("That suggestion was removed.");
        var undone = ada.ask("undo");
        assertThat(ada.said(undone)).contains("is back.");
        assertThat(votes(edit(undone).body())).isEqualTo("1 0");
    }

    @Test
    void suggestion_thatIsTooLongOrNothing_isRefused() {
        assertThat(ada.said(make("x".repeat(5_000))))
                .isEqualTo("`what` must have at most 1,000 characters, not `5,000`. Nothing was changed.");
        assertThat(ada.said(make("\u200B"))).startsWith("`what` must be a text that can be read");
        assertThat(ada.said(ada.ask("suggest", "remove", Map.of("suggestion", "99999999"))))
                .startsWith("`suggestion` must be the number of a suggestion here.");
    }

    private Event<InteractionEvent> make(String what) {
        return ada.ask("suggest", "make", Map.of("what", what));
    }

    private static EditMessage edit(Event<?> cause) {
        return (EditMessage) broker.await(
                        Topics.REPLIES,
                        received -> received.event().id().equals(cause.id().derive("edit")))
                .event()
                .payload();
    }

    private static String up(MessageBody made) {
        return Talk.customIds(made).getFirst();
    }

    private static String down(MessageBody made) {
        return Talk.customIds(made).getLast();
    }

    private static String votes(MessageBody body) {
        var labels = body.rows().getFirst().components().stream()
                .map(component -> ((Button) component).label())
                .toList();
        return String.join(" ", labels);
    }

    private static String shown(MessageBody body) {
        return body.embeds().getFirst().description().orElse("");
    }

    private static String number(MessageBody made) {
        var found = NUMBER.matcher(made.embeds().getFirst().title().orElseThrow());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
