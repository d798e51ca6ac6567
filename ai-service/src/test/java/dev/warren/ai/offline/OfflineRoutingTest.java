package dev.warren.ai.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A hundred questions as members ask them, held against the commands that the services really announce. Half of them
 * ({@code questions-unseen.tsv}) were written when the router had been finished, and it was not changed for them.
 */
class OfflineRoutingTest {
    private static final int ENOUGH_PERCENT = 80;
    private static final int MOST_WRONG_PERCENT = 8;
    private static final Pattern HEAD = Pattern.compile("^### /(\\S+)$");
    private static final Pattern USE = Pattern.compile("^`/([a-z0-9-]+(?: [a-z0-9-]+)*)[^`]*`: (.*)$");

    private final OfflineConfig config =
            new SmallRyeConfigBuilder().withMapping(OfflineConfig.class).build().getConfigMapping(OfflineConfig.class);
    private final Router router = new Router(new Embeddings(config), new Manuals(), config);
    private final List<Manual> manuals = manuals();

    /** A question and where it should go. */
    private record Asked(String label, String text) {}

    @Test
    void questions_ofTheSetThatWasSeen_goToTheRightToolOrAnswer() {
        check("seen", read("questions-seen.tsv"));
    }

    @Test
    void questions_ofTheSetThatWasUnseen_goToTheRightToolOrAnswer() {
        check("unseen", read("questions-unseen.tsv"));
    }

    private void check(String name, List<Asked> questions) {
        var missed = new ArrayList<String>();
        int right = 0;
        int wrong = 0;
        for (var asked : questions) {
            var label = router.route(asked.text(), manuals).label();
            if (label.equals(asked.label())) {
                right++;
            } else {
                missed.add("%s instead of %s: %s".formatted(label, asked.label(), asked.text()));
                wrong += label.equals("none") ? 0 : 1;
            }
        }
        System.out.printf(
                "%s: %d of %d right, %d wrong, %d told \"not offline\"%n",
                name, right, questions.size(), wrong, missed.size() - wrong);
        missed.forEach(System.out::println);
        assertThat(right * 100).as("missed: %s", missed).isGreaterThanOrEqualTo(ENOUGH_PERCENT * questions.size());
        assertThat(wrong * 100).as("wrong: %s", missed).isLessThanOrEqualTo(MOST_WRONG_PERCENT * questions.size());
    }

    private static List<Asked> read(String name) {
        try (InputStream file =
                Objects.requireNonNull(OfflineRoutingTest.class.getResourceAsStream("/offline/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .map(parts -> new Asked(parts[0], parts[1]))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The commands as their document has them, which another test holds against a running stack. */
    private static List<Manual> manuals() {
        try {
            var lines = Files.readAllLines(Path.of(System.getProperty("warren.root"), "deploy/docs/commands.md"));
            var found = new ArrayList<Manual>();
            var description = "";
            for (int i = 0; i < lines.size(); i++) {
                if (HEAD.matcher(lines.get(i)).matches()) {
                    description = lines.get(i + 2).replaceFirst("\\.$", "");
                }
                var use = USE.matcher(lines.get(i));
                if (use.matches()) {
                    var path = use.group(1);
                    var says = use.group(2).replaceFirst("\\.? ?(?:Answered|Opens|Changes) .*$", "");
                    boolean sub = !says.isEmpty();
                    found.add(
                            new Manual(path.split(" ")[0], path, sub ? description + ". " + says : description, path));
                }
            }
            return found;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
