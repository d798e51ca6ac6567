package dev.warren.embed.unfolding;

import static dev.warren.embed.unfolding.PlayedProvider.SITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.ReplyEvent.DeleteMessage;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.memory.MemoryEvent.MemberErased;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members and moderators say about links. */
@QuarkusTest
@TestProfile(QuickUnfolding.class)
@WithTestResource(WarrenServers.class)
class EmbedCommandIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Pool pool;
    private final String kafka;
    private Broker broker;
    private Talk talk;

    EmbedCommandIT(Pool pool, @ConfigProperty(name = "warren.test.kafka") String kafka) {
        this.pool = pool;
        this.kafka = kafka;
    }

    @BeforeEach
    void open() {
        broker = new Broker(kafka);
        talk = new Talk(broker);
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void member_whoWantsNoLinksShown_getsNoneUntilTheyDoAgain() {
        assertThat(answer(talk.command("off", Map.of()))).startsWith("I don't show what your links lead to");
        talk.says(SITE + "unwanted");
        assertThat(answer(talk.command("settings", Map.of()))).contains("Your own links: **off**");
        assertThat(answer(talk.command("on", Map.of()))).startsWith("I show again");

        talk.settle();

        assertThat(talk.soFar()).hasSize(1);
    }

    @Test
    void channelAndSite_thatAreOff_showNothing() {
        assertThat(answer(talk.command("site", Map.of("links", "off", "site", "www.Played.test"))))
                .isEqualTo("Links to played.test are not shown any more.");
        talk.says(SITE + "site-off");
        assertThat(answer(talk.command("settings", Map.of()))).contains("Sites that are off: played.test");
        answer(talk.command("site", Map.of("links", "on", "site", "played.test")));
        assertThat(answer(talk.command("channel", Map.of("links", "off")))).contains("are not shown any more");
        talk.says(SITE + "channel-off");
        assertThat(answer(talk.command("settings", Map.of())))
                .contains("Channels that are off: <#" + talk.channel + ">");
        answer(talk.command("channel", Map.of("links", "on")));

        talk.settle();

        assertThat(talk.soFar()).hasSize(1);
    }

    @Test
    void site_thatIsNone_isRefusedKindly() {
        assertThat(answer(talk.command("site", Map.of("links", "off", "site", "no site"))))
                .isEqualTo("`site` must be the name of a site, such as example.org.");
    }

    @Test
    void preview_ofALink_isShownToTheMemberAlone() {
        var asked = talk.command("preview", Map.of("link", SITE + "previewed"));

        var answer = message(asked);

        assertThat(answer.ephemeral()).isTrue();
        assertThat(answer.body().embeds().getFirst().title()).contains("Title of previewed");
        assertThat(answer(talk.command("preview", Map.of("link", "http://10.0.0.1/"))))
                .isEqualTo("There is nothing to show: refused-private.");
        assertThat(answer(talk.command("preview", Map.of("link", "not a link"))))
                .startsWith("`link` must be");
    }

    @Test
    void button_pressedByTheAuthorOrAModerator_takesTheReplyDownForGood() {
        // Given
        var id = talk.says(SITE + "removed");
        talk.reply(id);
        var button = "embed:remove:" + id + ":" + talk.ada.id();
        // When
        var stranger = talk.presses(Talk.member(), button);
        // Then
        assertThat(answer(stranger)).startsWith("Only whoever wrote the link");
        // When
        var moderator = Talk.with(Talk.member(), Permissions.of(Permission.MANAGE_MESSAGES));
        var pressed = talk.presses(moderator, button);
        // Then
        assertThat(answer(pressed)).isEqualTo("Removed.");
        talk.replies(event ->
                event.payload() instanceof DeleteMessage && event.causationId().equals(Optional.of(pressed.id())));
        // and an edit does not bring it back
        talk.edits(id, Instant.now(), SITE + "removed-and-edited");
        talk.settle();
        assertThat(talk.soFar()).hasSize(3);
        // and the author may, too
        assertThat(answer(talk.presses(talk.ada, button))).isEqualTo("Removed.");
    }

    @Test
    void member_whoIsErased_isForgotten() {
        talk.reply(talk.says(SITE + "erased"));
        answer(talk.command("off", Map.of()));

        broker.send(
                Topics.MEMORY_EVENTS,
                Event.first(
                        EventId.of("erased:" + talk.ada.id()),
                        "/memory",
                        Instant.now(),
                        "dm:" + talk.ada.id(),
                        new MemberErased(Optional.empty(), talk.ada.id(), Instant.now())));

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(count(
                            "SELECT count(*) FROM unfolding WHERE author = $1",
                            talk.ada.id().value()))
                    .isZero();
            assertThat(count(
                            "SELECT count(*) FROM embed_off WHERE subject = $1",
                            talk.ada.id().toString()))
                    .isZero();
        });
    }

    private long count(String query, Object parameter) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(parameter))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(PATIENCE);
    }

    private String answer(Event<InteractionEvent> asked) {
        return message(asked).body().content();
    }

    private AnswerMessage message(Event<InteractionEvent> asked) {
        broker.send(Topics.INTERACTIONS, asked);
        return (AnswerMessage) broker.await(
                        Topics.ANSWERS,
                        received -> received.event().causationId().equals(Optional.of(asked.id())))
                .event()
                .payload();
    }
}
