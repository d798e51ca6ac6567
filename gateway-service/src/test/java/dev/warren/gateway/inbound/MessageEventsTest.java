package dev.warren.gateway.inbound;

import static dev.warren.gateway.inbound.Heard.document;
import static dev.warren.gateway.inbound.Heard.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.discord.Attachment;
import dev.warren.schemas.discord.FactEvent.DeletionFact;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.discord.MessageEvent.MessageDeleted;
import dev.warren.schemas.discord.MessageEvent.MessageEdited;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageEventsTest {
    private static final GuildId GUILD = new GuildId(900_000_000_000_000_001L);
    private static final ChannelId GENERAL = new ChannelId(900_000_000_000_000_010L);
    private static final MessageId MESSAGE = new MessageId(1_441_000_000_000_123_456L);
    private static final UserId ADA = new UserId(800_000_000_000_000_001L);
    private static final UserId BOT = new UserId(100_000_000_000_000_001L);
    private static final RoleId MODERATORS = new RoleId(900_000_000_000_000_021L);

    private final Heard heard = new Heard();

    @Test
    void message_asDiscordSendsIt_givesTheMessageAndItsFact() {
        // Given
        heard.hear("GUILD_CREATE", document("guild-create"));
        // When
        var events = heard.hear("MESSAGE_CREATE", document("message-create"));
        // Then
        var author = new Member(
                ADA,
                "ada",
                "Countess",
                false,
                Optional.of("0123456789abcdef"),
                List.of(MODERATORS),
                Optional.of(Permissions.of(Permission.VIEW_CHANNEL, Permission.ATTACH_FILES)));
        assertThat(events).hasSize(2);
        var message = events.getFirst();
        assertThat(message.topic().name()).isEqualTo("discord.messages");
        assertThat(message.event().id()).isEqualTo(EventId.message(MESSAGE));
        assertThat(message.event().source()).isEqualTo("/gateway/0");
        assertThat(message.event().subject()).isEqualTo(GUILD + ":" + ADA);
        assertThat(message.event().time()).isEqualTo(MESSAGE.createdAt());
        assertThat(message.event().payload())
                .isEqualTo(new MessageCreated(
                        MESSAGE,
                        Optional.of(GUILD),
                        GENERAL,
                        author,
                        19,
                        false,
                        MESSAGE.createdAt(),
                        "hello hello <@100000000000000001> see https://example.org/a",
                        Optional.of(new MessageId(1_440_999_999_999_999_999L)),
                        Optional.of(new UserId(800_000_000_000_000_002L)),
                        List.of(BOT),
                        List.of(MODERATORS),
                        false,
                        true,
                        List.of(new Attachment(
                                "1441000000000123400",
                                "cat.png",
                                1024,
                                "https://cdn.discordapp.com/cat.png",
                                Optional.of("image/png"))),
                        Optional.empty(),
                        false));
        var fact = events.get(1);
        assertThat(fact.topic().name()).isEqualTo("discord.facts");
        assertThat(fact.event().id()).isEqualTo(EventId.fact(MESSAGE));
        assertThat(fact.event().correlationId()).isEqualTo(EventId.message(MESSAGE));
        assertThat(fact.event().subject()).isEqualTo(GUILD + ":" + ADA);
        assertThat(fact.event().payload()).isInstanceOfSatisfying(MessageFact.class, told -> {
            assertThat(told.channelParent()).contains(new ChannelId(900_000_000_000_000_009L));
            assertThat(told.authorName()).isEqualTo("Countess");
            assertThat(told.words()).isEqualTo(5);
            assertThat(told.linkHosts()).containsExactly("example.org");
            assertThat(told.attachments()).isEqualTo(1);
            assertThat(told.live()).isTrue();
        });
    }

    @Test
    void message_inDirectMessages_hasNoGuildAndItsOwnKey() {
        var data = document("message-create");
        data.remove(List.of("guild_id", "member"));
        var event = heard.hear("MESSAGE_CREATE", data).getFirst().event();
        assertThat(event.subject()).isEqualTo("dm:" + ADA);
        assertThat(event.payload()).isInstanceOfSatisfying(MessageCreated.class, message -> {
            assertThat(message.guild()).isEmpty();
            assertThat(message.author().displayName()).isEqualTo("Ada");
            assertThat(message.author().permissions()).isEmpty();
        });
    }

    @Test
    void message_ofAWebhook_isABotsAndSaysSo_butAnAnswerToAnInteractionIsTheBotsOwn() {
        // Given
        var webhook = document("message-create").put("webhook_id", "123456789012345678");
        webhook.remove("member");
        var answer =
                document("message-create").put("webhook_id", BOT.toString()).put("application_id", BOT.toString());
        // Then
        assertThat(heard.payloads("MESSAGE_CREATE", webhook).getFirst())
                .isInstanceOfSatisfying(MessageCreated.class, message -> {
                    assertThat(message.webhook()).isTrue();
                    assertThat(message.author().bot()).isTrue();
                });
        assertThat(heard.payloads("MESSAGE_CREATE", answer).getFirst())
                .isInstanceOfSatisfying(
                        MessageCreated.class,
                        message -> assertThat(message.webhook()).isFalse());
    }

    @Test
    void update_withoutATimeOfEditing_isNoEdit() {
        assertThat(heard.hear("MESSAGE_UPDATE", document("message-create"))).isEmpty();
    }

    @Test
    void edit_carriesItsTimeInItsId_andTheAuthorAlsoWhenDiscordSentAPart() {
        // Given
        heard.hear("MESSAGE_CREATE", document("message-create"));
        var part = json("""
            {'id': '%s', 'channel_id': '%s', 'guild_id': '%s', 'content': 'better',
             'edited_timestamp': '2026-11-20T08:00:00.5+00:00'}\
            """.formatted(MESSAGE, GENERAL, GUILD));
        // When
        var edit = heard.hear("MESSAGE_UPDATE", part).getFirst().event();
        // Then
        var at = Instant.parse("2026-11-20T08:00:00.500Z");
        assertThat(edit.id()).isEqualTo(EventId.messageEdited(MESSAGE, at));
        assertThat(edit.subject()).isEqualTo(GUILD + ":" + ADA);
        assertThat(edit.payload())
                .isEqualTo(new MessageEdited(
                        MESSAGE, Optional.of(GUILD), GENERAL, Optional.of(ADA), at, "better", List.of()));
    }

    @Test
    void deletion_ofAMessageSeen_knowsItsAuthor_andOfAnotherIsAnOrphan() {
        // Given
        heard.hear("MESSAGE_CREATE", document("message-create"));
        var ids = json("{'ids': ['%s', '5'], 'channel_id': '%s', 'guild_id': '%s'}".formatted(MESSAGE, GENERAL, GUILD));
        // When
        var events = heard.hear("MESSAGE_DELETE_BULK", ids);
        // Then
        assertThat(events)
                .extracting(outgoing -> outgoing.event().id().value())
                .containsExactly(
                        "message:" + MESSAGE + "/deleted",
                        "fact:" + MESSAGE + "/deleted",
                        "message:5/deleted",
                        "fact:5/deleted");
        assertThat(events)
                .extracting(outgoing -> outgoing.event().subject())
                .containsExactly(GUILD + ":" + ADA, GUILD + ":" + ADA, "message:5", "message:5");
        assertThat(events.get(0).event().payload())
                .isEqualTo(new MessageDeleted(MESSAGE, Optional.of(GUILD), GENERAL, Optional.of(ADA)));
        assertThat(events.get(3).event().payload())
                .isEqualTo(new DeletionFact(new MessageId(5), Optional.of(GUILD), GENERAL, Optional.empty()));
    }
}
