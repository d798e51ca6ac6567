package dev.warren.runtime.inbox;

import static dev.warren.runtime.fixtures.Trials.askedTwice;
import static dev.warren.runtime.fixtures.Trials.runs;
import static dev.warren.runtime.fixtures.Trials.word;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.fixtures.Trials;
import dev.warren.runtime.testing.WarrenServers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The inbox is taken away, and {@link RedeliveryTest}'s promise with it: were it kept all the same, that test would show nothing. */
@QuarkusTest
@TestProfile(WithoutInboxTest.Forgetful.class)
class WithoutInboxTest {
    private final Pool pool;

    WithoutInboxTest(Pool pool) {
        this.pool = pool;
    }

    /** A service that remembers no event. */
    public static final class Forgetful implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SabotagedInbox.class);
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(WarrenServers.class));
        }
    }

    @Test
    void event_deliveredAgain_runsAgain() {
        try (var broker = Trials.broker()) {
            // Given
            var word = word();
            // When
            askedTwice(broker, word);
            // Then
            assertThat(runs(pool, word)).isEqualTo(2);
        }
    }
}
