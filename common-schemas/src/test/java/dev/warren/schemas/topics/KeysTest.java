package dev.warren.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeysTest {
    @Test
    void member_inAGuild_isKeyedByBoth() {
        assertThat(Keys.member(Optional.of(new GuildId(1)), new UserId(2))).isEqualTo("1:2");
    }

    @Test
    void member_inDirectMessages_isKeyedByTheUser() {
        assertThat(Keys.member(Optional.empty(), new UserId(2))).isEqualTo("dm:2");
    }

    @Test
    void keys_ofDifferentThingsWithOneSnowflake_differ() {
        assertThat(Stream.of(
                        Keys.member(Optional.of(new GuildId(1)), new UserId(1)),
                        Keys.member(Optional.empty(), new UserId(1)),
                        Keys.orphan(new MessageId(1)),
                        Keys.guild(new GuildId(1)),
                        Keys.knownGuild(new GuildId(1)),
                        Keys.knownChannel(new ChannelId(1)),
                        Keys.knownRole(new RoleId(1))))
                .doesNotHaveDuplicates();
    }

    @Test
    void services_areCalledInLowerCase() {
        assertThat(Stream.of(Service.values()).map(Service::id))
                .containsExactly("gateway", "leveling", "economy", "memory", "ai", "embed", "moderation");
    }
}
