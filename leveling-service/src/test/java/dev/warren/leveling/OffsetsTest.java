package dev.warren.leveling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.ids.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.Test;

/** Where the service goes on after a restart, or on a restored backup: where its own database says. */
@QuarkusTest
@WithTestResource(HalfReadTopic.class)
class OffsetsTest {
    private final Pool pool;

    OffsetsTest(Pool pool) {
        this.pool = pool;
    }

    @Test
    void start_whereTheBrokerSaysAllWasRead_goesOnWhereTheDatabaseSays() {
        // Given: three facts, of which the database knows the first as read, and the broker all
        var stored = new Stored(pool);
        // Then
        stored.awaitAwards(HalfReadTopic.GUILD, 2);
        assertThat(stored.xp(HalfReadTopic.GUILD, new UserId(1)))
                .isEqualTo(stored.sumOfAwards(HalfReadTopic.GUILD, new UserId(1)));
    }
}
