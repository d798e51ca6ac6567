package dev.warren.memory.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.memory.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.embed.EmbedEvent.OwnChannelShown;
import dev.warren.schemas.embed.EmbedEvent.Platform;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member who shows a channel of theirs is asked once whether to note it. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class OwnChannelsIT {
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
    void channel_shown_isOfferedToThatMemberAloneAndSavedOnPress() {
        shown(Platform.YOUTUBE, "hazel.digs", Instant.now());

        var offer = offers(1).getFirst();
        assertThat(offer.user()).isEqualTo(ada.user());
        assertThat(offer.otherwise()).isEmpty();
        assertThat(offer.body().content())
                .isEqualTo("You showed a channel in <#" + ada.channel()
                        + "> that looks like yours: YouTube `hazel.digs`. Shall I note it in your profile?");
        var stranger = ada.another();
        assertThat(stranger.said(stranger.use(offer.body(), "memory:profile-offer:")))
                .isEqualTo("That question is for another member.");
        assertThat(ada.said(ada.ask("profile", "view", Map.of()))).startsWith("You have not told anything yet.");
        ada.answer(ada.use(offer.body(), "memory:profile-offer:"));
        assertThat(fields()).containsExactly("[hazel.digs](https://www.youtube.com/@hazel.digs)");
        // and taken back like any other change
        assertThat(ada.said(ada.ask("undo"))).startsWith("Taken back: your profile is gone again.");
        assertThat(ada.said(ada.ask("profile", "view", Map.of()))).startsWith("You have not told anything yet.");
    }

    @Test
    void channel_shownAgain_isNotOfferedAgain() {
        shown(Platform.X, "hazel", Instant.now());
        offers(1);
        shown(Platform.X, "Hazel", Instant.now());
        shown(Platform.X, "other_name", Instant.now());

        assertThat(offers(2).getLast().body().content()).contains("`other_name`");
        assertThat(all()).hasSize(2);
    }

    @Test
    void channel_thatTheProfileHas_orThatIsNoHandle_orWasShownLongAgo_isNotOffered() {
        ada.answered(ada.submit("memory:profile", Map.of("handles", "Twitch: hazel_plays")));
        shown(Platform.TWITCH, "Hazel_Plays", Instant.now());
        shown(Platform.TWITCH, "not a handle", Instant.now());
        shown(Platform.TWITCH, "hazel_long_ago", Instant.now().minus(Duration.ofHours(1)));
        shown(Platform.TWITCH, "hazel_now", Instant.now());

        assertThat(offers(1).getFirst().body().content())
                .endsWith("Twitch `hazel_now`. Shall I note it in your profile in place of `hazel_plays`?");
        assertThat(all()).hasSize(1);
    }

    @Test
    void member_whoDoesNotWantToBeAsked_isNotAskedAgain() {
        shown(Platform.X, "hazel", Instant.now());
        var offer = offers(1).getFirst().body();

        assertThat(ada.said(ada.use(offer, "memory:profile-offer-stop:"))).startsWith("I will not ask again.");
        shown(Platform.YOUTUBE, "hazel.digs", Instant.now());
        // what comes after it in the same partition, of another member, is offered
        var other = new Talk(broker);
        shown(other, Platform.YOUTUBE, "grace.sings", Instant.now());
        offers(other, 1);
        assertThat(all()).hasSize(1);
    }

    @Test
    void profile_changedAndTakenBack_isAsBeforeButWhatWasClearedStaysAway() {
        ada.answered(ada.submit("memory:profile", Map.of("name", "Hazel", "bio", "I dig.")));
        ada.answered(ada.submit("memory:profile", Map.of("name", "Hazel", "bio", "I sing.")));

        assertThat(ada.said(ada.ask("undo")))
                .isEqualTo("Taken back: your profile is as it was before. `/redo` does it again.");
        assertThat(ada.answer(ada.ask("profile", "view", Map.of()))
                        .embeds()
                        .getFirst()
                        .description())
                .contains("I dig.");
        ada.said(ada.ask("profile", "clear", Map.of()));
        assertThat(ada.said(ada.ask("undo"))).startsWith("There is nothing to take back");
        assertThat(ada.said(ada.ask("redo"))).startsWith("There is nothing to do again");
    }

    private void shown(Platform platform, String handle, Instant at) {
        shown(ada, platform, handle, at);
    }

    /** All of one test go to one partition, in order. */
    private void shown(Talk who, Platform platform, String handle, Instant at) {
        broker.send(
                Topics.EMBED_EVENTS,
                Event.first(
                        EventId.of("test:" + UUID.randomUUID()),
                        "/embed",
                        at,
                        Keys.member(Optional.of(ada.guild()), ada.user()),
                        new OwnChannelShown(
                                who.guild(),
                                who.channel(),
                                who.user(),
                                new MessageId(1),
                                platform,
                                handle,
                                "https://example.org/" + UUID.randomUUID(),
                                at)));
    }

    private List<String> fields() {
        return ada.answer(ada.ask("profile", "view", Map.of())).embeds().getFirst().fields().stream()
                .map(field -> field.value())
                .toList();
    }

    private List<PostDirectMessage> offers(int count) {
        return offers(ada, count);
    }

    private static List<PostDirectMessage> offers(Talk who, int count) {
        return broker
                .await(
                        Topics.REPLIES,
                        count,
                        received -> isFor(who, received.event().payload()))
                .stream()
                .map(received -> (PostDirectMessage) received.event().payload())
                .toList();
    }

    private List<MessageBody> all() {
        return broker.seen(Topics.REPLIES).stream()
                .map(received -> received.event().payload())
                .filter(payload -> isFor(ada, payload))
                .map(payload -> ((PostDirectMessage) payload).body())
                .toList();
    }

    private static boolean isFor(Talk who, ReplyEvent reply) {
        return reply instanceof PostDirectMessage direct && direct.user().equals(who.user());
    }
}
