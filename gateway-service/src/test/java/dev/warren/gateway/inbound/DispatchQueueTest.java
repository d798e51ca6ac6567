package dev.warren.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warren.gateway.connection.GatewayDispatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatchQueueTest {
    private final DispatchQueue queue = new DispatchQueue(10);

    private boolean offer(String type) {
        return queue.offer(new GatewayDispatch(type, 1, JsonNodeFactory.instance.objectNode(), "s", 0), Rank.of(type));
    }

    private int offered(String type) {
        int taken = 0;
        while (offer(type)) {
            taken++;
        }
        return taken;
    }

    private List<String> taken(int most) throws InterruptedException {
        var into = new ArrayList<GatewayDispatch>();
        queue.take(into, most);
        return into.stream().map(GatewayDispatch::type).toList();
    }

    @Test
    void full_shedsTheRestFirst_thenMessages_thenCommands() {
        assertThat(offered("MESSAGE_REACTION_ADD")).isEqualTo(5);
        assertThat(offered("MESSAGE_CREATE")).isEqualTo(3);
        assertThat(offered("INTERACTION_CREATE")).isEqualTo(2);
        assertThat(queue.size()).isEqualTo(10);
    }

    @Test
    void interaction_overtakes_andAllElseKeepsItsOrder() throws InterruptedException {
        // Given
        offer("MESSAGE_CREATE");
        offer("GUILD_ROLE_UPDATE");
        offer("INTERACTION_CREATE");
        offer("MESSAGE_DELETE");
        // Then
        assertThat(taken(2)).containsExactly("INTERACTION_CREATE", "MESSAGE_CREATE");
        assertThat(taken(9)).containsExactly("GUILD_ROLE_UPDATE", "MESSAGE_DELETE");
    }

    @Test
    void closed_givesWhatIsLeft_andTakesNothingMore() throws InterruptedException {
        // Given
        offer("MESSAGE_CREATE");
        // When
        queue.close();
        // Then
        assertThat(offer("MESSAGE_CREATE")).isFalse();
        assertThat(taken(9)).containsExactly("MESSAGE_CREATE");
        assertThat(queue.take(new ArrayList<>(), 9)).isFalse();
    }

    @Test
    void takeCommands_takesInteractionsAlone() throws InterruptedException {
        // Given
        offer("MESSAGE_CREATE");
        offer("INTERACTION_CREATE");
        // Then
        assertThat(queue.takeCommands()).extracting(GatewayDispatch::type).containsExactly("INTERACTION_CREATE");
        assertThat(taken(9)).containsExactly("MESSAGE_CREATE");
    }

    @Test
    void isCalm_whenHalfFull_isFalse() {
        for (int i = 0; i < 4; i++) {
            offer("MESSAGE_CREATE");
        }
        assertThat(queue.isCalm()).isTrue();
        offer("MESSAGE_CREATE");
        assertThat(queue.isCalm()).isFalse();
    }
}
