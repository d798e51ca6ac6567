package dev.warren.embed.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /follow} as those who manage a guild meet it. */
@QuarkusTest
@TestProfile(Followed.class)
@QuarkusTestResource(WarrenServers.class)
class FollowCommandIT {
    private static Broker broker;
    private Follower ada;
    private Meadow meadow;

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
        ada = new Follower(broker);
        meadow = new Meadow().show(3);
    }

    @AfterEach
    void leave() {
        meadow.close();
    }

    @Test
    void add_ofAFeed_isConfirmedOnceListedCompletedAndAudited() {
        // When
        var asked = ada.ask("add", Map.of("what", meadow.address()));
        var said = ada.answered(asked);
        // Then
        assertThat(said.ephemeral()).isTrue();
        var number = Follower.number(said.body().content());
        assertThat(said.body().content()).contains("<#" + ada.channel() + "> follows **Meadow /feed");
        assertThat(ada.said("list", Map.of()))
                .startsWith("`" + number + "` Meadow")
                .contains("(rss)");
        assertThat(ada.completed("mead")).singleElement().asString().startsWith(number + " Meadow");
        assertThat(ada.completed("nothing like it")).isEmpty();
        assertThat(broker.await(
                                Topics.AUDIT,
                                received -> received.event().payload() instanceof Audited audited
                                        && audited.guild().equals(ada.guild()))
                        .event()
                        .payload())
                .isInstanceOfSatisfying(
                        Audited.class, audited -> assertThat(audited.action()).isEqualTo("feed-followed"));
        // and the same event once more adds nothing
        ada.again(asked);
        assertThat(ada.said("list", Map.of())).containsOnlyOnce("Meadow");
        assertThat(meadow.visits()).isEqualTo(2);
    }

    @Test
    void add_ofWhatIsFollowedAlreadyOrTooMuch_isRefused() {
        // Given
        ada.follow(meadow.address());
        assertThat(ada.said("add", Map.of("what", meadow.address()))).contains("follows that already, under number");
        try (var second = new Meadow().show(1);
                var third = new Meadow().show(1)) {
            ada.follow(second.address());
            // When
            var said = ada.said("add", Map.of("what", third.address()));
            // Then
            assertThat(said)
                    .isEqualTo("This server follows 2 feeds, and that is the most. `/follow remove` makes room.");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a name     |        | {title}  | `what` must be a link, or `from` must say where that name is
        hazel      | twitch | {title}  | Twitch tells only those with a key
        x.y/z      | github | {price}  | `text` must not have {price}
        http://169.254.169.254/latest/meta-data | rss | {title} | There is no feed, and no page that names one
        """)
    void add_ofWhatMakesNoSense_saysWhichFieldAndWhy(
            String what, @org.jspecify.annotations.Nullable String from, String text, String begin) {
        var options = new java.util.HashMap<>(Map.of("what", what, "text", text));
        if (from != null) {
            options.put("from", from);
        }

        assertThat(ada.said("add", options)).startsWith(begin);
    }

    @Test
    void add_withEverybodyAsRole_isRefused() {
        var said = ada.said(
                "add", Map.of("what", meadow.address(), "role", ada.guild().toString()));

        assertThat(said).startsWith("`role` must be a role of its own");
    }

    @Test
    void add_ofASourceThatDoesNotAnswerRightly_saysSoAndFollowsNothing() {
        meadow.answer(503);

        assertThat(ada.said("add", Map.of("what", meadow.address()))).startsWith("There is no feed");
        assertThat(ada.said("list", Map.of())).isEqualTo("Nothing is followed here yet. `/follow add` begins.");
    }

    @Test
    void remove_byItsOwnGuild_endsItAndByAnotherIsUnknown() {
        // Given
        var number = String.valueOf(ada.follow(meadow.address()));
        // When
        var stranger = new Follower(broker).said("remove", Map.of("number", number));
        var said = ada.said("remove", Map.of("number", number));
        // Then
        assertThat(stranger).isEqualTo("There is no number " + number + " here; `/follow list` shows them.");
        assertThat(said).contains("does not follow **Meadow");
        assertThat(ada.said("list", Map.of())).startsWith("Nothing is followed");
        assertThat(ada.said("test", Map.of("number", number))).startsWith("There is no number");
        assertThat(ada.said("remove", Map.of("number", "x"))).startsWith("There is no number x");
    }

    @Test
    void test_ofAFollow_showsTheNewestAsItWouldBeAnnouncedAndPingsNobody() {
        // Given
        var number = Follower.number(
                ada.said("add", Map.of("what", meadow.address(), "role", "77", "text", "New: {title}\\n{link}")));
        // When
        var shown = ada.answered(ada.ask("test", Map.of("number", String.valueOf(number))));
        // Then
        assertThat(shown.body().content()).isEqualTo("<@&77> New: Clover 2 @\u200Beveryone\nhttps://meadow.example/2");
        assertThat(shown.body().pings().roles()).isEmpty();
    }
}
