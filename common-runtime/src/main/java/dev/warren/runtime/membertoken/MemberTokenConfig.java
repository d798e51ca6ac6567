package dev.warren.runtime.membertoken;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of members' tokens, under {@code warren.member-tokens.}: the same for who issues them and who takes them. */
@ConfigMapping(prefix = "warren.member-tokens")
public interface MemberTokenConfig {
    /** What tokens are signed with. Without it none is issued and none is taken. */
    Optional<@Size(min = 32, max = 512, message = "must have 32 to 512 characters") String> secret();

    /** The secret before this one, whose tokens are still taken while the secret is changed. */
    Optional<@Size(min = 32, max = 512, message = "must have 32 to 512 characters") String> previousSecret();

    /** How long a token is good for. */
    @WithDefault("2m")
    @DurationMin(seconds = 1, message = "must be at least 1s")
    @DurationMax(minutes = 5, message = "must be at most 5m")
    Duration lifetime();
}
