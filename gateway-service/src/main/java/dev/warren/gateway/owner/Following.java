package dev.warren.gateway.owner;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.operations.Operations;
import dev.warren.gateway.shards.Shards;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.schemas.bot.OperationEvent.Presence;
import dev.warren.schemas.bot.OperationEvent.PresenceChosen;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Brings Discord to what was decided, again and again until it is so: blocked guilds are left, also when somebody adds the bot anew, and
 * the presence is sent to each new session.
 */
@ApplicationScoped
class Following {
    private static final Logger LOG = Logger.getLogger(Following.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    /** Discord's numbers: an update of the presence, and an activity that shows its state alone. */
    private static final int PRESENCE_UPDATE = 3;

    private static final int CUSTOM = 4;

    private final Operations operations;
    private final GuildDirectory guilds;
    private final Leaving leaving;
    private final Shards shards;
    private final RuntimeConfig config;
    private Optional<Every> rounds = Optional.empty();
    /** What was sent in which session, since a new one knows nothing of it. */
    private Map<String, PresenceChosen> shown = Map.of();

    Following(Operations operations, GuildDirectory guilds, Leaving leaving, Shards shards, RuntimeConfig config) {
        this.operations = operations;
        this.guilds = guilds;
        this.leaving = leaving;
        this.shards = shards;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (!config.train()) {
            rounds = Optional.of(Every.start("operations", EVERY, this::round));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Every::close);
    }

    private Uni<Void> round() {
        show();
        var unwanted = guilds.all().stream()
                .map(GuildKnown::guild)
                .filter(guild -> operations.block(guild).isPresent())
                .toList();
        return Multi.createFrom()
                .iterable(unwanted)
                .onItem()
                .transformToUniAndConcatenate(guild ->
                        leaving.leave(guild).invoke(left -> LOG.infof("blocked guild guildId=%s left=%s", guild, left)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private void show() {
        operations.presence().ifPresent(wanted -> {
            var now = new HashMap<String, PresenceChosen>();
            for (var session : shards.sessions()) {
                if (wanted.equals(shown.get(session)) || shards.send(session, frame(wanted))) {
                    now.put(session, wanted);
                }
            }
            shown = now;
        });
    }

    static String frame(PresenceChosen chosen) {
        var frame = JsonNodeFactory.instance.objectNode().put("op", PRESENCE_UPDATE);
        var data = frame.putObject("d").putNull("since").put("afk", false).put("status", word(chosen.presence()));
        var activities = data.putArray("activities");
        chosen.activity()
                .ifPresent(text -> activities
                        .addObject()
                        .put("name", "Custom Status")
                        .put("type", CUSTOM)
                        .put("state", text));
        return frame.toString();
    }

    private static String word(Presence presence) {
        return switch (presence) {
            case ONLINE -> "online";
            case IDLE -> "idle";
            case DO_NOT_DISTURB -> "dnd";
            case INVISIBLE -> "invisible";
        };
    }
}
