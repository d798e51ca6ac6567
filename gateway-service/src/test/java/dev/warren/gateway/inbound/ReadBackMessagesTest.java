package dev.warren.gateway.inbound;

import static dev.warren.gateway.inbound.Heard.NOW;
import static dev.warren.gateway.inbound.Heard.document;
import static dev.warren.gateway.inbound.Heard.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.gateway.commands.Samples;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.Snowflake;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadBackMessagesTest {
    private static final String GUILD = "900000000000000001";
    private static final String GENERAL = "900000000000000010";
    private static final String ADA = "800000000000000001";
    private static final String MODERATORS = "900000000000000021";
    private static final String MEMBER = "/guilds/" + GUILD + "/members/" + ADA;

    private final Heard heard = new Heard();

    ReadBackMessagesTest() {
        heard.known.announce("samples", 1, Samples.all());
        heard.hear("GUILD_CREATE", document("guild-create"));
    }

    /** As Discord's history has it: no member, no guild. Whoever reads it back adds the guild. */
    private static JsonNode said(Duration ago, String content) {
        long id = (NOW.minus(ago).toEpochMilli() - Snowflake.DISCORD_EPOCH_MILLIS) << 22;
        return json("{'id':'" + id + "','channel_id':'" + GENERAL + "','guild_id':'" + GUILD + "','type':0,'content':'"
                + content + "','author':{'id':'" + ADA + "','username':'ada'},'attachments':[],'mentions':[],"
                + "'mention_roles':[],'mention_everyone':false}");
    }

    private static List<Object> payloads(List<Outgoing<?>> events) {
        return events.stream()
                .<Object>map(outgoing -> outgoing.event().payload())
                .toList();
    }

    @Test
    void message_readBack_hasTheIdsOfALiveOne_andIsMarked() {
        // Given
        var message = said(Duration.ofMinutes(5), "hello");
        // When
        var readBack = heard.readBack(message);
        var live = heard.hear("MESSAGE_CREATE", message);
        // Then
        assertThat(readBack)
                .extracting(outgoing -> outgoing.event().id())
                .isEqualTo(live.stream()
                        .<Object>map(outgoing -> outgoing.event().id())
                        .toList());
        assertThat(payloads(readBack).getFirst())
                .isInstanceOfSatisfying(
                        MessageCreated.class,
                        created -> assertThat(created.backfilled()).isTrue());
        assertThat(payloads(readBack).get(1))
                .isInstanceOfSatisfying(
                        MessageFact.class, fact -> assertThat(fact.live()).isFalse());
        assertThat(payloads(live).get(1))
                .isInstanceOfSatisfying(
                        MessageFact.class, fact -> assertThat(fact.live()).isTrue());
    }

    @Test
    void oldCommand_isPublishedAsMissed_withoutAskingWhoMayUseIt() {
        // When
        var payloads = payloads(heard.readBack(said(Duration.ofSeconds(31), "!settings module off leveling")));
        // Then
        assertThat(payloads).hasSize(3);
        assertThat(payloads.get(2)).isInstanceOfSatisfying(CommandInvoked.class, command -> {
            assertThat(command.backfilled()).isTrue();
            assertThat(command.command()).isEqualTo("settings");
            assertThat(command.origin().member().permissions()).isEmpty();
        });
        assertThat(heard.known.rest.requests()).isEmpty();
    }

    @Test
    void oldMistake_isNotExplained() {
        assertThat(payloads(heard.readBack(said(Duration.ofSeconds(31), "!pay"))))
                .hasSize(2)
                .allMatch(payload -> payload instanceof MessageCreated || payload instanceof MessageFact);
        assertThat(payloads(heard.readBack(said(Duration.ofSeconds(31), "!rankk"))))
                .hasSize(2);
    }

    @Test
    void youngCommand_isRunWithTheRolesThatItsAuthorHasNow() {
        // Given
        heard.known.rest.answers(
                MEMBER, "{\"user\":{\"id\":\"" + ADA + "\",\"username\":\"ada\"},\"roles\":[\"" + MODERATORS + "\"]}");
        // When
        var payloads = payloads(heard.readBack(said(Duration.ofSeconds(5), "!roll 6")));
        // Then
        assertThat(payloads.get(2)).isInstanceOfSatisfying(CommandInvoked.class, command -> {
            assertThat(command.backfilled()).isTrue();
            assertThat(command.origin().member().roles()).hasToString("[" + MODERATORS + "]");
            assertThat(command.origin()
                            .member()
                            .permissions()
                            .orElseThrow()
                            .allows(Permissions.of(Permission.VIEW_CHANNEL)))
                    .isTrue();
        });
    }

    @Test
    void youngCommand_ofOneWhoMayNot_isRefused() {
        // Given
        heard.known.rest.answers(MEMBER, "{\"user\":{\"id\":\"" + ADA + "\",\"username\":\"ada\"},\"roles\":[]}");
        // When
        var payloads = payloads(heard.readBack(said(Duration.ofSeconds(5), "!settings module off leveling")));
        // Then
        assertThat(payloads).noneMatch(CommandInvoked.class::isInstance);
        assertThat(heard.told).contains("missing-permission");
    }

    @Test
    void youngCommand_ofOneWhoLeft_isNotRun() {
        assertThat(payloads(heard.readBack(said(Duration.ofSeconds(5), "!roll 6"))))
                .hasSize(2);
        assertThat(heard.told).containsExactly("author-not-found");
    }
}
