package dev.warren.runtime.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.fixtures.Trials;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceWithdrawn;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WarrenServers.class)
class AnnouncerTest {
    private final Announcer announcer;

    AnnouncerTest(Announcer announcer) {
        this.announcer = announcer;
    }

    @Test
    void service_whenItStarts_announcesItsCommands() {
        try (var broker = Trials.broker()) {
            var announced = broker.await(
                    Topics.COMMANDS, received -> received.event().payload().equals(announcer.offer()));
            assertThat(announced.event().subject()).isEqualTo("embed");
            assertThat(announcer.offer().commands())
                    .extracting(CommandDescription::name)
                    .containsExactly("greet", "trial");
        }
    }

    @Test
    void announcement_thatStandsAlready_isKept() {
        assertThat(Announcer.isKept(offered(3, "a"), offered(3, "a"))).isTrue();
    }

    @Test
    void announcement_ofAnOlderVersionOrWithOtherWords_isReplaced() {
        assertThat(Announcer.isKept(offered(2, "a"), offered(3, "a"))).isFalse();
        assertThat(Announcer.isKept(offered(3, "a"), offered(3, "b"))).isFalse();
    }

    @Test
    void announcement_ofANewerVersion_isNeverReplaced() {
        assertThat(Announcer.isKept(offered(4, "b"), offered(3, "a"))).isTrue();
        assertThat(Announcer.isKept(new ServiceWithdrawn("embed", 4), offered(3, "a")))
                .isTrue();
    }

    @Test
    void withdrawal_ofAnOlderVersion_isReplaced() {
        assertThat(Announcer.isKept(new ServiceWithdrawn("embed", 2), offered(3, "a")))
                .isFalse();
    }

    private static ServiceAnnounced offered(long version, String command) {
        return new ServiceAnnounced(
                "embed", version, List.of(Describe.command(command, "Does it").build()), List.of());
    }
}
