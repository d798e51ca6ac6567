package dev.warren.gateway.guilds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.runtime.events.Received;
import dev.warren.schemas.discord.GuildEvent;
import dev.warren.schemas.discord.GuildEvent.ChannelKnown;
import dev.warren.schemas.discord.GuildEvent.ChannelRemoved;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuildDirectoryTest {
    private static final GuildId GUILD = new GuildId(900_000_000_000_000_001L);
    private static final ChannelId GENERAL = new ChannelId(900_000_000_000_000_010L);
    private static final ChannelId THREAD = new ChannelId(900_000_000_000_000_011L);
    private static final UserId ADA = new UserId(800_000_000_000_000_001L);
    private static final UserId BOT = new UserId(100_000_000_000_000_001L);
    private static final List<RoleId> MODERATORS = List.of(new RoleId(900_000_000_000_000_021L));

    private final GuildDirectory directory = new GuildDirectory();

    private static JsonNode guild() {
        try (var file = GuildDirectoryTest.class.getResourceAsStream("/discord/guild-create.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void remember(GuildEvent payload) {
        directory.accept(new Received<>(
                Event.first(EventId.of("x"), "/gateway/0", Instant.EPOCH, "x", payload),
                Optional.empty(),
                Optional.empty(),
                new Received.Position("discord.guilds", 0, 0)));
    }

    @Test
    void permissions_inAThread_areThoseInItsChannel() {
        directory.created(guild(), Optional.of(BOT));
        var expected = Permissions.of(Permission.VIEW_CHANNEL, Permission.ATTACH_FILES);
        assertThat(directory.permissions(GUILD, GENERAL, ADA, MODERATORS)).contains(expected);
        assertThat(directory.permissions(GUILD, THREAD, ADA, MODERATORS)).contains(expected);
    }

    @Test
    void permissions_whereGuildOrChannelAreUnknown_areNotGuessed() {
        assertThat(directory.permissions(GUILD, GENERAL, ADA, MODERATORS)).isEmpty();
        directory.created(guild(), Optional.of(BOT));
        assertThat(directory.permissions(GUILD, new ChannelId(5), ADA, MODERATORS))
                .isEmpty();
    }

    @Test
    void afterARestart_onlyWhatChangedMeanwhile_isTold() {
        // Given
        new GuildDirectory().created(guild(), Optional.of(BOT)).forEach(this::remember);
        remember(
                new ChannelKnown(GUILD, new ChannelId(66), "deleted meanwhile", 0, Optional.empty(), false, List.of()));
        remember(new ChannelKnown(GUILD, new ChannelId(67), "archived", 11, Optional.of(GENERAL), false, List.of()));
        // When
        var changes = directory.created(guild(), Optional.of(BOT));
        // Then
        assertThat(changes).containsExactly(new ChannelRemoved(GUILD, new ChannelId(66)));
        assertThat(directory.channel(GUILD, new ChannelId(67))).isPresent();
    }

    @Test
    void echo_ofAnOlderRecord_doesNotUndoWhatDiscordSaid() {
        // Given
        directory.created(guild(), Optional.of(BOT));
        // When
        remember(new ChannelRemoved(GUILD, GENERAL));
        // Then
        assertThat(directory.channel(GUILD, GENERAL)).isPresent();
    }
}
