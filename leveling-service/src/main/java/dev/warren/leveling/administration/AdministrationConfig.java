package dev.warren.leveling.administration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings under {@code warren.leveling.administration.}. */
@ConfigMapping(prefix = "warren.leveling.administration")
interface AdministrationConfig {
    /** How long a question may be answered by its buttons. */
    @WithDefault("10m")
    Duration questionStands();

    /** Members in one file, read or written. */
    @WithDefault("100000")
    @Min(1)
    @Max(1000000)
    int fileMembers();

    /** Bytes of the largest file that is read. */
    @WithDefault("4194304")
    @Min(1024)
    @Max(26214400)
    int fileBytes();
}
