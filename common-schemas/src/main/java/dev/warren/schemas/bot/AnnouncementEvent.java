package dev.warren.schemas.bot;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import java.util.List;

/** What each service offers: topic {@code bot.commands}, compacted, one record for a service. */
public sealed interface AnnouncementEvent {
    /**
     * Everything that a service offers.
     *
     * @param version the higher one wins, so that an old replica in a rolling upgrade takes nothing back
     * @param settings what administrators may set for a guild; the memory service checks by this and knows none itself
     */
    @WireType("dev.warren.bot.service-announced.v1")
    record ServiceAnnounced(
            String service, long version, List<CommandDescription> commands, List<SettingDescription> settings)
            implements AnnouncementEvent {
        public ServiceAnnounced {
            check(service, version);
            commands = List.copyOf(commands);
            settings = List.copyOf(settings);
        }
    }

    /** The service is gone for good; only this takes its commands from Discord. */
    @WireType("dev.warren.bot.service-withdrawn.v1")
    record ServiceWithdrawn(String service, long version) implements AnnouncementEvent {
        public ServiceWithdrawn {
            check(service, version);
        }
    }

    /** A type of the future. */
    record Unknown(String type) implements AnnouncementEvent, UnknownType {}

    private static void check(String service, long version) {
        if (!service.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("service must match [a-z][a-z0-9-]{0,31}: " + service);
        }
        if (version < 0) {
            throw new IllegalArgumentException("version must not be negative: " + version);
        }
    }
}
