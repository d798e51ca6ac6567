package dev.warren.gateway.living;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.commands.Samples;
import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.runtime.testing.WarrenServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway's own commands, asked over the same topics as any other. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalDiscordServer.class)
class HelpTest {
    private static final String GUILD = "warren";
    private World world;

    @BeforeEach
    void open() {
        world = new World();
        world.announce("samples", Samples.all());
    }

    @AfterEach
    void everyRequestWasValid() {
        world.assertThatEveryRequestWasValid();
        world.close();
    }

    private String ask(String name, Map<String, ?> options) {
        return world.awaitAnswer(world.members.command(GUILD, "help", "Ada", name, options))
                .encode();
    }

    @Test
    void ping_tellsBothLatencies_forSlashAndPrefix() {
        assertThat(ask("ping", Map.of()))
                .contains("Pong!")
                .containsPattern("pipeline: \\*\\*(\\d+ ms|under a millisecond)");
        world.members.say(GUILD, "pings", "Ada", "!ping");
        world.awaitReply(GUILD, "pings", "Pong!");
    }

    @Test
    void about_namesTheServicesThatWereSeen() {
        assertThat(ask("about", Map.of()))
                .contains("Warren")
                .contains("gateway, samples")
                .contains("oauth2/authorize");
    }

    @Test
    void overview_showsWhatTheMemberMayUse_andHidesTheRest() {
        var overview = ask("help", Map.of());
        assertThat(overview)
                .contains("/rank")
                .contains("/pay")
                .contains("/ping")
                .doesNotContain("`/mute`");
    }

    @Test
    void details_showUsageOptionsAndExample_byNameAndFromTheSelect() {
        assertThat(ask("help", Map.of("command", "pay")))
                .contains("/pay <to> <amount>")
                .contains("from 1 to 1000000")
                .contains("!pay @Ada 250");
        assertThat(ask("help", Map.of("command", "mute"))).contains("no command of this name");
        // Given
        world.members.say(GUILD, "selects", "Ada", "!help");
        var overview = world.awaitReply(GUILD, "selects", "What I can do");
        var customId = overview.getJsonArray("components")
                .getJsonObject(0)
                .getJsonArray("components")
                .getJsonObject(0)
                .getString("custom_id");
        // When
        var chosen = world.members.component(overview.getString("id"), customId, "Ada", List.of("rank"));
        // Then
        assertThat(world.awaitAnswer(chosen).encode()).contains("/rank [member]");
    }

    @Test
    void completion_offersNamesThatFit() {
        var choices = world.members.autocomplete(
                GUILD, "help", "Ada", "help", Optional.empty(), "command", Map.of("command", "ro"));
        assertThat(choices).extracting(choice -> choice.getString("value")).containsExactly("roll");
    }
}
