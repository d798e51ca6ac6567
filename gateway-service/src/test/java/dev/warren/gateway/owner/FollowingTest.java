package dev.warren.gateway.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.bot.OperationEvent.Presence;
import dev.warren.schemas.bot.OperationEvent.PresenceChosen;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ONLINE         |           | {"op":3,"d":{"since":null,"afk":false,"status":"online","activities":[]}}
                    DO_NOT_DISTURB | at work   | {"op":3,"d":{"since":null,"afk":false,"status":"dnd","activities":[{"name":"Custom Status","type":4,"state":"at work"}]}}
                    IDLE           |           | {"op":3,"d":{"since":null,"afk":false,"status":"idle","activities":[]}}
                    INVISIBLE      |           | {"op":3,"d":{"since":null,"afk":false,"status":"invisible","activities":[]}}
                    """, quoteCharacter = '`')
    void frame_ofAPresence_isAsDiscordWantsIt(Presence presence, @Nullable String activity, String frame) {
        assertThat(Following.frame(
                        new PresenceChosen(presence, Optional.ofNullable(activity), "cli:ada", Instant.EPOCH)))
                .isEqualTo(frame);
    }
}
