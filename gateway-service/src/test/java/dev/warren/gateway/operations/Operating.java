package dev.warren.gateway.operations;

import dev.warren.runtime.events.Received;
import dev.warren.schemas.bot.OperationEvent;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.Optional;

/** What those who run the bot decide, without a broker. */
public final class Operating {
    private Operating() {}

    /** Nothing decided yet. */
    public static Operations operations() {
        return new Operations(new SimpleMeterRegistry());
    }

    /** Serves these alone; all where none are named. */
    public static ServedGuilds serving(Optional<GuildId> only) {
        var settings = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(OwnerConfig.class);
        only.ifPresent(guild -> settings.withDefaultValue("warren.owner.only-guilds", guild.toString()));
        return new ServedGuilds(settings.build().getConfigMapping(OwnerConfig.class));
    }

    /** Tells what was decided, as the topic does. */
    public static void tell(Operations operations, OperationEvent decided) {
        operations.accept(new Received<>(
                Event.first(EventId.of("operation:1"), "/test", Instant.EPOCH, "test", decided),
                Optional.empty(),
                Optional.empty(),
                new Received.Position("bot.operations", 0, 0)));
    }
}
