package dev.warren.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortPlanTest {
    private static final List<Component> ALL = Components.select(List.of(), Set.of(), _ -> true);

    @Test
    void of_allFree_givesEveryComponentItsOwnPortPlusTheOffset() {
        var plan = PortPlan.of(ALL, 300, _ -> true);

        assertThat(plan.notes()).isEmpty();
        assertThat(plan.find("discord-simulator")).contains(8380);
        assertThat(plan.find("gateway-service")).contains(8381);
        assertThat(plan.find("leveling-service")).contains(8382);
        assertThat(plan.find("memory-service")).contains(8383);
        assertThat(plan.find("kafka")).contains(9392);
        assertThat(plan.find("postgresql")).contains(5732);
        assertThat(plan.find("redis")).contains(6679);
    }

    @Test
    void of_portInUse_takesTheNextFreeOneThatNoOtherComponentWants() {
        // Given the local Discord's port is taken, and so are all up to 8089; 8090 is the event viewer's
        var plan = PortPlan.of(ALL, 0, port -> port < 8080 || port == 8081 || port > 8089);

        assertThat(plan.find("discord-simulator")).contains(8091);
        assertThat(plan.find("event-viewer")).contains(8090);
        assertThat(plan.find("gateway-service")).contains(8081);
    }

    @Test
    void of_twoPortsInUse_giveTwoDifferentOnes() {
        var plan = PortPlan.of(ALL, 0, port -> port > 8087 || port < 8080);

        assertThat(plan.ports().values()).doesNotHaveDuplicates();
    }

    @Test
    void of_portHeldByThisProcess_namesIt() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortHolder.describe(socket.getLocalPort()))
                    .isEqualTo("java (pid " + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void of_portInUse_isNotedWithHolderAndReplacement() {
        var plan = PortPlan.of(List.of(Components.named("redis").orElseThrow()), 0, port -> port != 6379);

        assertThat(plan.notes()).hasSize(1);
        assertThat(plan.notes().getFirst()).startsWith("port 6379 is held by ").endsWith(": redis takes 6380");
    }
}
