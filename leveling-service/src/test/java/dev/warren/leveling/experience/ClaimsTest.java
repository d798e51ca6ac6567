package dev.warren.leveling.experience;

import static dev.warren.leveling.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.leveling.Facts;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static MessageFact at(int seconds) {
        return Facts.written(new GuildId(1), new UserId(2), NOON.plusSeconds(seconds));
    }

    private static EventId chain(MessageFact fact) {
        return Facts.event(fact).correlationId();
    }

    @Test
    void outrun_withinABatch_isWhatIsNotTheFirstOfItsMinute() {
        // When
        var claims = Deliveries.claims(List.of(at(9), at(5), at(5), at(65)));
        // Then
        assertThat(claims.outrun(Map.of())).containsExactly(chain(at(9)));
    }

    @Test
    void outrun_byAStoredWinner_isEverythingButThatWinner() {
        // Given
        var claims = Deliveries.claims(List.of(at(5), at(9), at(65)));
        var key = claims.awards().iterator().next().key();
        // When
        var outrun = claims.outrun(Map.of(key, at(1).message()));
        // Then
        assertThat(outrun).containsExactly(chain(at(5)), chain(at(9)));
    }

    @Test
    void excluded_ofABatch_isGroupedByReason() {
        // When
        var claims =
                Deliveries.claims(List.of(Facts.byBot(at(1)), Facts.commanding(at(2), "rank"), Facts.byBot(at(3))));
        // Then
        assertThat(claims.isEmpty()).isTrue();
        assertThat(claims.excluded())
                .isEqualTo(Map.of(
                        Exclusion.BOT, List.of(chain(at(1)), chain(at(3))), Exclusion.COMMAND, List.of(chain(at(2)))));
    }
}
