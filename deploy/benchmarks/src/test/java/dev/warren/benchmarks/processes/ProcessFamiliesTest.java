package dev.warren.benchmarks.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcessFamiliesTest {
    private static final String LINE =
            "4711 (a (strange) name) S 17 4711 4711 0 -1 4194560 900 800 0 0 " + "150 25 1000 7 20 0 40 0 12345 1 1 1";

    @Test
    void stat_ofAStrangelyNamedProcess_isReadBehindTheLastParenthesis() {
        var stat = ProcStat.parse(LINE);
        assertThat(stat.pid()).isEqualTo(4711);
        assertThat(stat.parent()).isEqualTo(17);
    }

    @Test
    void used_isUserAndSystemTimeWithThatOfChildrenWhoEnded() {
        assertThat(ProcStat.parse(LINE).used()).isEqualTo(Duration.ofMillis((150 + 25 + 1000 + 7) * 10));
    }

    @Test
    void stat_withoutName_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ProcStat.parse("4711"));
    }

    @Test
    void descendant_belongsToTheNearestOfTheNamed() {
        // Given a supervisor with a server, the server's child, and a helper; and somebody else
        var supervisor = process(10, 1);
        var server = process(11, 10);
        var child = process(12, 11);
        var helper = process(13, 10);
        var stranger = process(20, 1);
        // When
        var families = ProcessFamilies.assign(
                List.of(process(1, 0), supervisor, server, child, helper, stranger),
                Map.of("supervisor", 10L, "server", 11L));
        // Then
        assertThat(families)
                .containsOnly(
                        Map.entry(supervisor, "supervisor"),
                        Map.entry(helper, "supervisor"),
                        Map.entry(server, "server"),
                        Map.entry(child, "server"));
    }

    @Test
    void head_thatIsGone_isNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ProcessFamilies.assign(List.of(process(1, 0)), Map.of("kafka", 4711L)))
                .withMessage("kafka is gone: there is no process 4711");
    }

    @Test
    void pid_thatIsNone_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProcessFamilies(Map.of("kafka", 0L), _ -> true))
                .withMessage("pid of kafka must be positive: 0");
    }

    @Test
    void usage_betweenTwoMoments_isTheDifferenceForEachName() {
        var before = new Usage(Map.of("kafka", Duration.ofSeconds(2)));
        var after = new Usage(Map.of("kafka", Duration.ofSeconds(5), "redis", Duration.ofMillis(500)));
        var used = after.since(before);
        assertThat(used.byName())
                .containsOnly(Map.entry("kafka", Duration.ofSeconds(3)), Map.entry("redis", Duration.ofMillis(500)));
        assertThat(used.seconds()).isEqualTo(3.5);
    }

    @Test
    void usage_ofEachPiece_isToldForEveryFamily() {
        var used = new Usage(Map.of("kafka", Duration.ofSeconds(3)));
        assertThat(used.perPiece(1_000)).singleElement().asString().contains("kafka", "3.00 s", "3000 µs for each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> used.perPiece(0))
                .withMessage("pieces must be at least 1: 0");
    }

    @Test
    void memory_isReadFromTheSumThatTheSystemMakes(@TempDir Path proc) throws IOException {
        var folder = Files.createDirectories(proc.resolve("4711"));
        Files.writeString(folder.resolve("smaps_rollup"), """
                00400000-7ffd [rollup]
                Rss:              204800 kB
                Pss:              102400 kB
                Pss_Dirty:         51200 kB
                """);
        assertThat(ProcessFamilies.residentBytes(proc, 4711)).isEqualTo(102_400L * 1024);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void currentProcess_usesTimeAndMemory() {
        // Given
        var families = ProcessFamilies.current();
        var before = families.processorTime();
        // When
        var end = System.nanoTime() + Duration.ofMillis(200).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        // Then
        assertThat(families.processorTime().since(before).seconds()).isGreaterThanOrEqualTo(0.03);
        assertThat(families.residentBytes().values()).singleElement().matches(bytes -> bytes > 10L * 1024 * 1024);
    }

    private static ProcStat process(long pid, long parent) {
        return new ProcStat(pid, parent, Duration.ZERO);
    }
}
