package dev.warren.memory.mcp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Limits for tools that use the memory, under {@code warren.memory.mcp.}. */
@ConfigMapping(prefix = "warren.memory.mcp")
public interface McpConfig {
    /** How long the answer to a tool waits for what was asked to be stored. */
    @WithDefault("3s")
    Duration patience();

    /** How often it is looked for meanwhile. */
    @WithDefault("25ms")
    Duration look();

    /** How many calls are answered at the same time; more are refused. */
    @WithDefault("64")
    @Min(1)
    @Max(10_000)
    int atOnce();

    /** How many refused accesses are written to the audit in a minute; more are only counted. */
    @WithDefault("60")
    @Min(1)
    @Max(10_000)
    int auditedPerMinute();
}
