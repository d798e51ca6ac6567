package dev.warren.gateway.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of those who run the bot, under {@code warren.owner.}. */
@ConfigMapping(prefix = "warren.owner")
public interface OwnerConfig {
    /** Discord's ids. */
    String ID = "[1-9][0-9]{0,18}";

    /** Ids of users who may use the owner's commands, beside those whom Discord names: the application's owner, or its team. */
    Optional<List<@Pattern(regexp = ID, message = "must be an id, in digits") String>> users();

    /** Ids of the only guilds that are served, for a bot on which something is tried out; none serves all. */
    Optional<List<@Pattern(regexp = ID, message = "must be an id, in digits") String>> onlyGuilds();

    /** How often a reply that is held looks whether it still is. */
    @WithDefault("500ms")
    Duration look();
}
