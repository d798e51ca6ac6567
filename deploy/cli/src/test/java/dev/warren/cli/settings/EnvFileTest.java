package dev.warren.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.cli.settings.EnvFile.Content;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {
    @TempDir
    private Path folder;

    @Test
    void parse_usualLines_areRead() {
        var content = EnvFile.parse(List.of(
                "# a comment",
                "",
                "PLAIN=value",
                "export EXPORTED=yes",
                "QUOTED=\"with # inside\"",
                "SINGLE='it is'",
                "COMMENTED=value # why",
                "EMPTY=",
                "  SPACED = out "));

        assertThat(content)
                .isEqualTo(new Content.Values(Map.of(
                        "PLAIN", "value",
                        "EXPORTED", "yes",
                        "QUOTED", "with # inside",
                        "SINGLE", "it is",
                        "COMMENTED", "value",
                        "EMPTY", "",
                        "SPACED", "out")));
    }

    @Test
    void parse_lineThatIsNoSetting_isNamedByItsNumberAndNotShown() {
        var content = EnvFile.parse(List.of("A=b", "my secret"));

        assertThat(content)
                .isInstanceOfSatisfying(
                        Content.Malformed.class,
                        malformed ->
                                assertThat(malformed.line()).contains("line 2").doesNotContain("secret"));
    }

    @Test
    void read_noFile_isEmpty() {
        assertThat(EnvFile.read(folder.resolve(".env"))).isEqualTo(new Content.Values(Map.of()));
    }

    @Test
    void example_everySetting_isExplainedAndEveryLineIsReadable() throws Exception {
        var root = Path.of(System.getProperty("warren.root", "../.."));
        var lines = Files.readAllLines(root.resolve(".env.example"));

        for (var setting : Setting.values()) {
            assertThat(lines).as(setting.name()).anyMatch(line -> line.startsWith("#" + setting.name() + "="));
        }
        var uncommented = lines.stream()
                .map(line -> line.matches("#[A-Z_]+=.*") ? line.substring(1) : line)
                .toList();
        assertThat(EnvFile.parse(uncommented)).isInstanceOf(Content.Values.class);
    }
}
