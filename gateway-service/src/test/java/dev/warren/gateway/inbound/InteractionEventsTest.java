package dev.warren.gateway.inbound;

import static dev.warren.gateway.inbound.Heard.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warren.gateway.commands.Samples;
import dev.warren.gateway.outbound.PendingInteraction.Kind;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.InteractionEvent.ModalSubmitted;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InteractionEventsTest {
    private final Heard heard = new Heard();

    InteractionEventsTest() {
        heard.known.announce("samples", 1, Samples.all());
    }

    private static long id(Instant at) {
        return (at.toEpochMilli() - Snowflake.DISCORD_EPOCH_MILLIS) << 22;
    }

    private static ObjectNode interaction(int type, Instant at, String data) {
        return Heard.json("""
            {'id': '%d', 'application_id': '100000000000000001', 'type': %d, 'token': 'aSecret', 'version': 1, 'guild_id': '7',
             'channel_id': '77', 'locale': 'de', 'app_permissions': '2048', 'data': %s,
             'member': {'roles': ['21'], 'nick': 'Countess', 'permissions': '8192',
                        'user': {'id': '5', 'username': 'ada', 'global_name': 'Ada', 'avatar': null}}}\
            """.formatted(id(at), type, data));
    }

    private static ObjectNode interaction(int type, String data) {
        return interaction(type, NOW, data);
    }

    @Test
    void command_isPendingBeforeItIsPublished_withMemberAndPermissionsAsDiscordSentThem() {
        var event = heard.hear("INTERACTION_CREATE", interaction(2, "{'name': 'rank', 'type': 1}"))
                .getFirst()
                .event();
        assertThat(event.id().value()).isEqualTo("interaction:" + id(NOW));
        assertThat(event.subject()).isEqualTo("7:5");
        assertThat(event.time()).isEqualTo(NOW);
        assertThat(event.payload()).isInstanceOfSatisfying(CommandInvoked.class, command -> {
            assertThat(command.origin().member().displayName()).isEqualTo("Countess");
            assertThat(command.origin().member().permissions())
                    .hasValueSatisfying(
                            permissions -> assertThat(permissions.bits()).isEqualTo(Permission.MANAGE_MESSAGES.bit()));
            assertThat(command.origin().locale()).contains("de");
        });
        assertThat(heard.pending).singleElement().satisfies(pending -> {
            assertThat(pending.kind()).isEqualTo(Kind.COMMAND);
            assertThat(pending.expected()).isEqualTo(AnswerKind.PUBLIC);
            assertThat(pending.token().value()).isEqualTo("aSecret");
        });
        assertThat(event.toString()).doesNotContain("aSecret");
    }

    @Test
    void interaction_tooOldOnArrival_isToldAndNotPublished() {
        var late = interaction(2, NOW.minus(Duration.ofMillis(3_001)), "{'name': 'rank', 'type': 1}");
        assertThat(heard.hear("INTERACTION_CREATE", late)).isEmpty();
        assertThat(heard.pending).isEmpty();
        assertThat(heard.told).containsExactly("interaction-too-old");
    }

    @Test
    void refusal_isAnsweredHere_andNotPublished() {
        assertThat(heard.hear("INTERACTION_CREATE", interaction(2, "{'name': 'mute', 'type': 1}")))
                .isEmpty();
        assertThat(heard.pending).isEmpty();
        assertThat(heard.told).containsExactly("missing-permission");
        assertThat(heard.answered).containsExactly("You need **Timeout Members** for `/mute`.");
    }

    @Test
    void component_comesWithItsValues_andHowItIsAnswered() {
        var data = interaction(3, "{'custom_id': '=samples:page:2', 'component_type': 3, 'values': ['a', 'b']}");
        data.putObject("message").put("id", "1441000000000123456");
        assertThat(heard.payloads("INTERACTION_CREATE", data))
                .singleElement()
                .isInstanceOfSatisfying(ComponentUsed.class, used -> {
                    assertThat(used.customId()).isEqualTo("samples:page:2");
                    assertThat(used.values()).containsExactly("a", "b");
                    assertThat(used.origin().message()).contains(new MessageId(1_441_000_000_000_123_456L));
                });
        assertThat(heard.pending.getFirst().expected()).isEqualTo(AnswerKind.UPDATE);
    }

    @Test
    void buttonOfAnOfferedModal_isAnsweredHere() {
        assertThat(heard.hear(
                        "INTERACTION_CREATE", interaction(3, "{'custom_id': 'gateway:modal:1', 'component_type': 2}")))
                .isEmpty();
        assertThat(heard.answered).containsExactly("modal gateway:modal:1");
    }

    @Test
    void modal_givesItsTexts_fromRowsAndFromLabels() {
        var payloads = heard.payloads("INTERACTION_CREATE", interaction(5, """
            {'custom_id': '~samples:form', 'components': [
              {'type': 1, 'components': [{'type': 4, 'custom_id': 'title', 'value': 'Hello'}]},
              {'type': 18, 'component': {'type': 4, 'custom_id': 'text', 'value': 'World'}}]}\
            """));
        assertThat(payloads).singleElement().isInstanceOfSatisfying(ModalSubmitted.class, modal -> {
            assertThat(modal.customId()).isEqualTo("samples:form");
            assertThat(modal.fields()).isEqualTo(Map.of("title", "Hello", "text", "World"));
        });
        assertThat(heard.pending.getFirst().expected()).isEqualTo(AnswerKind.EPHEMERAL);
    }

    @Test
    void completion_goesToItsService_andWhatNobodyAnnouncedGetsNoChoices() {
        assertThat(heard.payloads("INTERACTION_CREATE", interaction(4, """
            {'name': 'settings', 'type': 1, 'options': [{'name': 'module', 'type': 2, 'options': [
              {'name': 'off', 'type': 1, 'options': [{'name': 'name', 'type': 3, 'value': 'l', 'focused': true}]}]}]}\
            """)))
                .singleElement()
                .isInstanceOf(AutocompleteRequested.class);
        heard.hear("INTERACTION_CREATE", interaction(4, "{'name': 'gone', 'type': 1, 'options': []}"));
        assertThat(heard.answered).isEqualTo(List.of("choices 0"));
    }

    @Test
    void pingOfDiscord_isNoInteractionOfAMember() {
        assertThat(heard.hear("INTERACTION_CREATE", interaction(1, "{}"))).isEmpty();
    }
}
