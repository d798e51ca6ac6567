package dev.warren.benchmarks;

import dev.warren.benchmarks.ai.AiBench;
import dev.warren.benchmarks.economy.EconomyBench;
import dev.warren.benchmarks.embed.EmbedBench;
import dev.warren.benchmarks.faults.GatewayFaultsBench;
import dev.warren.benchmarks.figures.Bench;
import dev.warren.benchmarks.leveling.LevelingBench;
import dev.warren.benchmarks.memory.MemoryBench;
import dev.warren.benchmarks.pipeline.PipelineBench;
import java.util.List;

/** All benchmarks. A new one is one line. */
final class Benches {
    private static final List<Bench> ALL = List.of(
            new PipelineBench(),
            new EconomyBench(),
            new GatewayFaultsBench(),
            new LevelingBench(),
            new MemoryBench(),
            new AiBench(),
            new EmbedBench());

    private Benches() {}

    static List<Bench> all() {
        return ALL;
    }
}
