package dev.warren.embed.unfolding;

import static dev.warren.embed.unfolding.PlayedProvider.SITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.MessageBody.Pings;
import dev.warren.schemas.bot.ReplyEvent.DeleteMessage;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.bot.ReplyEvent.SuppressEmbeds;
import dev.warren.schemas.bot.Target;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.embed.EmbedEvent.LinkUnfolded;
import dev.warren.schemas.embed.EmbedEvent.OwnChannelShown;
import dev.warren.schemas.embed.EmbedEvent.Platform;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links between the topics: written, shown, followed. */
@QuarkusTest
@TestProfile(QuickUnfolding.class)
@WithTestResource(WarrenServers.class)
class UnfoldingIT {
    private final PlayedProvider provider;
    private final String kafka;
    private Broker broker;
    private Talk talk;

    UnfoldingIT(PlayedProvider provider, @ConfigProperty(name = "warren.test.kafka") String kafka) {
        this.provider = provider;
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
    void links_written_areShownInOneReplyAfterDiscordHadItsTime() {
        // Given
        var before = Instant.now();
        var id = talk.says("see " + SITE + "one?utm_source=x and <" + SITE + "hidden> and " + SITE + "two");
        // When
        var reply = talk.reply(id);
        // Then
        var post = (PostMessage) reply.payload();
        assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(600));
        assertThat(post.body().pings()).isEqualTo(Pings.NOBODY);
        assertThat(post.body().embeds()).hasSize(2);
        var embed = post.body().embeds().getFirst();
        assertThat(embed.title()).contains("Title of one");
        assertThat(embed.url()).contains(SITE + "one");
        assertThat(embed.footer()).contains("Played · video · 2:05");
        assertThat(embed.description().orElseThrow()).doesNotContain("@everyone", "**this**", "](");
        assertThat(post.body().rows().getFirst().components())
                .singleElement()
                .isInstanceOfSatisfying(
                        Button.class,
                        button -> assertThat(button.customId()).isEqualTo("embed:remove:" + id + ":" + talk.ada.id()));
        var unfolded = broker.await(
                Topics.EMBED_EVENTS,
                2,
                received -> received.event().payload() instanceof LinkUnfolded link
                        && link.message().equals(id));
        assertThat(unfolded)
                .hasSize(2)
                .first()
                .satisfies(
                        received -> assertThat(((LinkUnfolded) received.event().payload()).provider())
                                .isEqualTo("played"));
    }

    @Test
    void link_thatDiscordShowsItself_isLeftToIt() {
        var id = talk.says(SITE + "discords");
        talk.discordShows(id, SITE + "discords");

        talk.settle();

        assertThat(talk.soFar()).hasSize(1);
    }

    @Test
    void link_thatDiscordShowsLate_isTakenDownAgain() {
        var id = talk.says(SITE + "late");
        var reply = talk.reply(id);

        talk.discordShows(id, SITE + "late");

        talk.replies(event -> event.payload() instanceof DeleteMessage delete
                && delete.target().equals(Target.reply(talk.channel, reply.id())));
    }

    @Test
    void link_whereTheGuildReplacesDiscords_isShownAndDiscordsHidden() {
        talk.set("embed.native", "replace");
        talk.settle();
        var id = talk.says(SITE + "replaced");
        talk.discordShows(id, SITE + "replaced");

        talk.reply(id);

        talk.replies(event -> event.payload() instanceof SuppressEmbeds hide
                && hide.target().equals(Target.message(talk.channel, id)));
    }

    @Test
    void message_deleted_takesItsReplyAlong() {
        var id = talk.says(SITE + "deleted");
        var reply = talk.reply(id);

        talk.deletes(id);

        talk.replies(event -> event.payload() instanceof DeleteMessage delete
                && delete.target().equals(Target.reply(talk.channel, reply.id())));
    }

    @Test
    void message_deletedBeforeItCame_isNotShown() {
        var id = Talk.message(Instant.now());
        talk.deletes(id);
        talk.send(talk.created(id, talk.ada, SITE + "overtaken"));

        talk.settle();

        assertThat(talk.soFar()).hasSize(1);
    }

    @Test
    void message_edited_changesItsReplyAndEndsItWithItsLastLink() {
        // Given
        var id = talk.says(SITE + "before");
        var reply = talk.reply(id);
        // When
        talk.edits(id, Instant.now(), SITE + "after");
        // Then
        var edit = talk.replies(event -> event.payload() instanceof EditMessage change
                && change.target().equals(Target.reply(talk.channel, reply.id())));
        assertThat(((EditMessage) edit.payload()).body().embeds().getFirst().title())
                .contains("Title of after");
        // When
        talk.edits(id, Instant.now().plusSeconds(1), "no link at all");
        // Then
        talk.replies(event -> event.payload() instanceof DeleteMessage delete
                && delete.target().equals(Target.reply(talk.channel, reply.id())));
    }

    @Test
    void edit_thatComesBeforeItsMessage_isWhatIsShown() {
        var id = Talk.message(Instant.now());
        talk.edits(id, Instant.now(), SITE + "newer");
        talk.send(talk.created(id, talk.ada, SITE + "older"));

        var post = (PostMessage) talk.reply(id).payload();

        assertThat(post.body().embeds().getFirst().title()).contains("Title of newer");
        assertThat(provider.asked(SITE + "older")).isZero();
    }

    @Test
    void link_toASlowSite_isShownWhenItIsKnown() {
        var id = talk.says(SITE + "slow");

        assertThat(talk.reply(id).payload()).isInstanceOf(PostMessage.class);
        assertThat(provider.asked(SITE + "slow")).isEqualTo(1);
    }

    @Test
    void link_ofASpoiler_staysHidden() {
        var post =
                (PostMessage) talk.reply(talk.says("||" + SITE + "spoiler||")).payload();

        var embed = post.body().embeds().getFirst();
        assertThat(embed.title()).isEmpty();
        assertThat(embed.imageUrl()).isEmpty();
        assertThat(embed.url()).isEmpty();
        assertThat(embed.description().orElseThrow())
                .startsWith("||Title of spoiler")
                .endsWith("||");
    }

    @Test
    void link_forAdults_isShownInAChannelForAdultsAlone() {
        var id = talk.says(SITE + "adult");
        talk.settle();
        assertThat(talk.soFar()).hasSize(1);

        var adults = new Talk(broker);
        adults.restrictByAge();
        adults.settle();

        var shown = adults.says(SITE + "adult2");
        assertThat(adults.reply(shown).payload()).isInstanceOf(PostMessage.class);
        assertThat(id).isNotEqualTo(shown);
    }

    @Test
    void messages_ofBotsOldOnesAndThoseWithNothingToShow_getNoReply() {
        var bot = new Member(talk.ada.id(), "bot", "Bot", true, Optional.empty(), List.of(), Optional.empty());
        talk.send(talk.created(Talk.message(Instant.now()), bot, SITE + "bots"));
        talk.send(talk.created(Talk.message(Instant.now().minus(Duration.ofMinutes(10))), talk.ada, SITE + "old"));
        talk.says("http://10.0.0.1/nothing");

        talk.settle();

        assertThat(talk.soFar()).hasSize(1);
        assertThat(provider.asked(SITE + "bots") + provider.asked(SITE + "old")).isZero();
    }

    @Test
    void channel_ofAMember_isTold() {
        talk.says("https://www.twitch.tv/Ada_Live");

        var shown = broker.await(
                        Topics.EMBED_EVENTS,
                        received -> received.event().payload() instanceof OwnChannelShown own
                                && own.guild().equals(talk.guild))
                .event()
                .payload();

        assertThat(shown).isInstanceOfSatisfying(OwnChannelShown.class, own -> {
            assertThat(own.platform()).isEqualTo(Platform.TWITCH);
            assertThat(own.handle()).isEqualTo("Ada_Live");
            assertThat(own.url()).isEqualTo("https://www.twitch.tv/Ada_Live");
        });
    }

    @Test
    void link_thatAThousandMembersPostAtOnce_isAskedForOnce() {
        // Given
        var link = SITE + "slow-and-popular";
        var records = IntStream.range(0, 1_000)
                .mapToObj(i ->
                        broker.encode(Topics.MESSAGES, talk.created(Talk.message(Instant.now()), Talk.member(), link)))
                .toList();
        // When
        broker.sendAll(records);
        // Then
        broker.await(
                Topics.REPLIES,
                1_000,
                received -> received.event().subject().equals(talk.channel.toString())
                        && received.event().payload() instanceof PostMessage);
        assertThat(provider.asked(link)).isEqualTo(1);
    }
}
