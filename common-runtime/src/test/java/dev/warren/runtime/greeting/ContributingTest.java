package dev.warren.runtime.greeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of CONTRIBUTING.md are code that is compiled and run here. */
class ContributingTest {
    private static final Pattern EXAMPLE = Pattern.compile("```java\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Path SOURCES = Path.of("src/test/java/dev/warren/runtime/greeting");

    @Test
    void examplesInContributing_areTextOfClassesThatAreTested() throws IOException {
        // Given
        var guide = Files.readString(Path.of("..", "CONTRIBUTING.md"));
        var examples = EXAMPLE.matcher(guide)
                .results()
                .map((MatchResult example) -> example.group(1))
                .toList();
        // Then
        assertThat(examples).hasSize(2);
        assertThat(Files.readString(SOURCES.resolve("GreetCommand.java"))).contains(examples.get(0));
        assertThat(Files.readString(SOURCES.resolve("GreetingTest.java"))).contains(examples.get(1));
    }
}
