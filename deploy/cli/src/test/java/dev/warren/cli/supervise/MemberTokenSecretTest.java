package dev.warren.cli.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.cli.stack.Components;
import dev.warren.cli.stack.StackDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberTokenSecretTest {
    @TempDir
    Path root;

    private Map<String, String> of(String service, int offset, Map<String, String> environment) {
        return MemberTokenSecret.addedTo(
                environment, Components.named(service).orElseThrow(), new StackDirectory(root, offset));
    }

    @Test
    void secret_ofOneStack_isTheSameForWhoIssuesAndWhoTakesTokens() throws IOException {
        var memory = of("memory", 0, Map.of()).get(MemberTokenSecret.VARIABLE);

        assertThat(memory)
                .hasSizeGreaterThanOrEqualTo(32)
                .isEqualTo(of("ai", 0, Map.of()).get(MemberTokenSecret.VARIABLE));
        assertThat(of("memory", 100, Map.of())).doesNotContainValue(memory);
        try (var files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void secret_thatSomebodySet_isLeftAlone() {
        var own = Map.of(MemberTokenSecret.VARIABLE, "mine");

        assertThat(of("memory", 0, own)).isEqualTo(own);
    }

    @Test
    void service_thatHasNothingToDoWithIt_isNotTold() {
        assertThat(of("leveling", 0, Map.of())).isEmpty();
    }
}
