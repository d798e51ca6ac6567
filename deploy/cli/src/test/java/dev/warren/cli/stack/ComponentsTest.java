package dev.warren.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warren.cli.stack.Component.Kind;
import dev.warren.schemas.topics.Service;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComponentsTest {
    @Test
    void all_services_areThoseThatTheTopicsKnow() {
        var ids = Components.all().stream()
                .filter(Component::isService)
                .map(Component::id)
                .toList();

        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Service.values()).map(Service::id).toList());
    }

    @Test
    void all_ports_areDifferent() {
        assertThat(Components.all()).extracting(Component::basePort).doesNotHaveDuplicates();
    }

    @Test
    void select_onlyOneService_bringsWhatItNeedsAndNoMore() {
        var selected = Components.select(List.of("leveling"), Set.of(), _ -> true);

        assertThat(selected)
                .extracting(Component::name)
                .containsExactly("postgresql", "kafka", "redis", "leveling-service");
    }

    @Test
    void select_everything_bringsTheEventViewer_andNoServerNeedsIt() {
        var selected = Components.select(List.of(), Set.of(), _ -> true);

        assertThat(selected).extracting(Component::name).contains("event-viewer");
        assertThat(selected.stream().filter(Component::isServer))
                .extracting(Component::name)
                .containsExactly("postgresql", "kafka", "redis", "discord-simulator");
    }

    @Test
    void select_onlyTheGateway_bringsTheLocalDiscord() {
        var selected = Components.select(List.of("gateway-service"), Set.of(), _ -> true);

        assertThat(selected).extracting(Component::name).contains("discord-simulator");
    }

    @Test
    void select_serverThatExists_isLeftOut() {
        var selected = Components.select(List.of("leveling"), Set.of("kafka", "redis"), _ -> true);

        assertThat(selected).extracting(Component::name).containsExactly("postgresql", "leveling-service");
    }

    @Test
    void select_serviceThatIsNotBuilt_isLeftOut() {
        var selected = Components.select(
                List.of(), Set.of(), component -> !component.id().equals("economy"));

        assertThat(selected).extracting(Component::id).contains("leveling").doesNotContain("economy");
    }

    @Test
    void named_aliasOfAComponent_findsIt() {
        assertThat(Components.named("postgres")).map(Component::name).contains("postgresql");
        assertThat(Components.named("nothing")).isEmpty();
    }

    @Test
    void component_portWithoutRoomForOffsets_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Component("x", Kind.REDIS, 15_536, List.of(), List.of()))
                .withMessageContaining("basePort")
                .withMessageContaining("15536");
    }
}
