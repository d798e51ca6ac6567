package dev.warren.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.warren.benchmarks.figures.Bench;
import dev.warren.benchmarks.figures.Figure;
import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import dev.warren.benchmarks.figures.Lab;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
    private static final Figure FIGURE =
            new Figure("road.p99", 12.3456, "ms", new Control("an empty road", 3.0864), Goal.atMost(10));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private record Road(Lab.Part part) implements Bench {
        @Override
        public String name() {
            return "road";
        }

        @Override
        public String description() {
            return "How long a road is.";
        }

        @Override
        public List<String> parts() {
            return List.of("bend-left", "bend-right", "hill");
        }

        @Override
        public void run(Lab lab) throws InterruptedException {
            parts().stream().filter(lab::wanted).forEach(name -> lab.note("part " + name));
            lab.note("60 s become %d, 2 s become %d".formatted(lab.seconds(60), lab.seconds(2)));
            lab.attempt("the road", part);
            lab.add(FIGURE);
        }
    }

    @Test
    void json_isOneObjectWithEveryFigureBesideItsControl() throws IOException {
        // When
        int exitCode = run(new Road(() -> {}), "road", "--json");
        // Then
        var json = new JsonMapper().readTree(out.toString());
        assertThat(exitCode).isZero();
        assertThat(json.properties()).extracting(property -> property.getKey()).containsExactly("bench", "figures");
        assertThat(json.path("bench").asText()).isEqualTo("road");
        assertThat(json.path("figures")).hasSize(1);
        JsonNode figure = json.path("figures").get(0);
        assertThat(figure.toString())
                .isEqualTo(
                        "{\"name\":\"road.p99\",\"value\":12.35,\"unit\":\"ms\",\"control\":3.086,"
                                + "\"controlName\":\"an empty road\",\"ratio\":4,\"goal\":10,\"goalIs\":\"at most\",\"met\":false}");
    }

    @Test
    void figures_withoutJson_areATableForPeople() {
        run(new Road(() -> {}), "road");
        assertThat(out.toString().lines())
                .hasSize(2)
                .last()
                .asString()
                .matches("road\\.p99 +12\\.35 +ms +at most 10 +NO +3\\.086 +4 +an empty road");
    }

    @Test
    void output_whileItRuns_holdsNothingButTheFigures() {
        run(new Road(() -> {}), "road", "--json");
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("the road", "processors");
    }

    @Test
    void part_thatFails_isAProblemAndTheRestIsMeasured() {
        // When
        int exitCode = run(
                new Road(() -> {
                    throw new IOException("a bridge is down");
                }),
                "road",
                "--json");
        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).contains("! the road: java.io.IOException: a bridge is down");
        assertThat(out.toString()).contains("road.p99");
    }

    @Test
    void unknownName_isAnsweredWithTheNearAndTheList() {
        int exitCode = run(new Road(() -> {}), "roads");
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("'roads'", "Did you mean: bench road?", "How long a road is.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void noName_isAnsweredWithTheList() {
        assertThat(run(new Road(() -> {}))).isEqualTo(2);
        assertThat(err.toString()).contains("Missing the name of a benchmark", "How long a road is.");
    }

    @Test
    void quick_shortensWhatTakesLong() {
        run(new Road(() -> {}), "road", "--quick");
        assertThat(err.toString()).contains("60 s become 5, 2 s become 2");
    }

    @Test
    void withoutQuick_everythingTakesItsTime() {
        run(new Road(() -> {}), "road");
        assertThat(err.toString()).contains("60 s become 60, 2 s become 2");
    }

    @Test
    void only_measuresTheNamedPartsAndThoseThatBeginSo() {
        run(new Road(() -> {}), "road", "--only", "hill,bend");
        assertThat(err.toString()).contains("part bend-left", "part bend-right", "part hill");
        run(new Road(() -> {}), "road", "--only", "bend-right");
        assertThat(parts(err.toString())).containsExactly("bend-left", "bend-right", "hill", "bend-right");
    }

    private static List<String> parts(String notes) {
        return notes.lines()
                .filter(line -> line.startsWith("part "))
                .map(line -> line.substring("part ".length()))
                .toList();
    }

    @Test
    void only_ofWhatIsNoPart_isRefusedWithWhatThereIs() {
        int exitCode = run(new Road(() -> {}), "road", "--only", "ben");
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .contains("--only must be one of bend-left, bend-right, hill, or how they begin: ben");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void everyBench_hasANameOfItsOwn() {
        assertThat(Benches.all())
                .extracting(Bench::name)
                .doesNotHaveDuplicates()
                .contains("pipeline", "economy", "gateway-faults");
    }

    private int run(Bench bench, String... arguments) {
        return Main.run(List.of(bench), Path.of("."), new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
