package dev.warren.gateway.rest;

import static dev.warren.gateway.rest.ScriptedDiscord.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.rest.RestOutcome.Posted;
import dev.warren.gateway.rest.RestOutcome.Refused;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldBackTest extends RestFixture {
    private static final int AT_ONCE = 50;
    private static final int BUDGET = 100;

    @Test
    void forbiddenChannel_afterAHundredRefusals_isAskedNoMore_andOthersAre() {
        // Given
        var quick = client(limits(1_000));
        IntStream.range(0, 3 * AT_ONCE)
                .forEach(_ -> discord.scripts.add(ScriptedDiscord.status(
                        403, new JsonObject().put("code", 50_001).put("message", "Missing Access"))));
        // When
        for (int round = 0; round < 3; round++) {
            var outcomes = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> quick.send(message("10", "{}")))
                    .toList();
            await(Future.all(outcomes));
            // Then
            assertThat(outcomes).extracting(Future::result).containsOnly(new Refused(403, 50_001, "Missing Access"));
        }
        assertThat(discord.arrivals).hasSize(BUDGET);
        assertThat(quick.invalidRequests().inLastTenMinutes()).isEqualTo(BUDGET);
        assertThat(quick.invalidRequests().stoppedCauses()).isEqualTo(1);
        // When
        discord.scripts.clear();
        // Then
        assertThat(await(quick.send(message("11", "{}")))).isInstanceOf(Posted.class);
        await(quick.close());
    }
}
