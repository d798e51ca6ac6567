package dev.warren.gateway.inbound;

import static dev.warren.gateway.inbound.Heard.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.discord.MessageEvent.MessageUnfolded;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkEmbedsTest {
    private static final GuildId GUILD = new GuildId(900_000_000_000_000_001L);
    private static final ChannelId GENERAL = new ChannelId(900_000_000_000_000_010L);
    private static final MessageId MESSAGE = new MessageId(1_441_000_000_000_123_456L);
    private static final UserId ADA = new UserId(800_000_000_000_000_001L);
    private static final String LINK = "https://example.org/a";

    private final Heard heard = new Heard();

    @Test
    void update_thatShowsALink_tellsWhichAndThatNobodyEdited() {
        // Given: Discord names no author in such an update
        heard.hear("MESSAGE_CREATE", document("message-create"));
        var update = document("message-create").retain("id", "channel_id", "guild_id");
        embed(update, LINK);
        // When
        var events = heard.hear("MESSAGE_UPDATE", update);
        // Then
        assertThat(events).singleElement().satisfies(outgoing -> {
            assertThat(outgoing.topic().name()).isEqualTo("discord.messages");
            assertThat(outgoing.event().id()).isEqualTo(EventId.messageUnfolded(MESSAGE, List.of(LINK)));
            assertThat(outgoing.event().subject()).isEqualTo(GUILD + ":" + ADA);
            assertThat(outgoing.event().payload())
                    .isEqualTo(
                            new MessageUnfolded(MESSAGE, Optional.of(GUILD), GENERAL, Optional.of(ADA), List.of(LINK)));
        });
    }

    @Test
    void message_thatShowsItsLinkAtOnce_isToldFirst() {
        var create = document("message-create");
        embed(create, LINK);

        assertThat(heard.payloads("MESSAGE_CREATE", create))
                .filteredOn(payload -> payload instanceof MessageCreated || payload instanceof MessageUnfolded)
                .hasSize(2)
                .last()
                .isInstanceOf(MessageUnfolded.class);
    }

    @Test
    void embeds_ofABot_areItsOwnWords() {
        var create = document("message-create");
        embed(create, LINK);
        ((ObjectNode) create.get("author")).put("bot", true);

        assertThat(heard.payloads("MESSAGE_UPDATE", create)).noneMatch(MessageUnfolded.class::isInstance);
    }

    private static void embed(ObjectNode message, String link) {
        message.putArray("embeds").addObject().put("type", "link").put("url", link);
    }
}
