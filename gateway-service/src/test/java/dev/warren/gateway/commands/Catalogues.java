package dev.warren.gateway.commands;

import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.guilds.LatelySeen;
import dev.warren.gateway.guilds.Seen;
import dev.warren.gateway.identity.BotIdentity;
import dev.warren.gateway.identity.Identity;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.settings.GeneralSettings;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.AnnouncementEvent;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ApplicationId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A gateway's knowledge of commands, guilds and settings, without a server. */
public final class Catalogues {
    public static final UserId BOT = new UserId(100_000_000_000_000_001L);
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    public final CommandCatalogue catalogue = new CommandCatalogue();
    public final GuildDirectory guilds = new GuildDirectory();
    public final LatelySeen seen = Seen.nobody();
    public final Identity identity = new Identity();
    public final FakeRest rest = new FakeRest();
    public final Map<String, String> settings = new HashMap<>();
    public final PrefixCommands prefix;
    public final SlashCommands slash;
    final OptionReader reader = new OptionReader(guilds, seen);

    public Catalogues() {
        identity.learned(new BotIdentity(new ApplicationId(BOT.value()), BOT, "Warren", 0));
        var invocations = new Invocations(new MemberLookup(rest, seen, InstantSource.system(), Seen.config()));
        SettingsAt held = (guild, time) -> new GuildSettings(1, settings, GeneralSettings.FALLBACKS);
        prefix = new PrefixCommands(catalogue, held, guilds, identity, reader, invocations);
        slash = new SlashCommands(catalogue, held, reader, invocations);
    }

    /** A service announces these. */
    public Catalogues announce(String service, long version, CommandDescription... commands) {
        tell(new ServiceAnnounced(service, version, List.of(commands), List.of()));
        return this;
    }

    void tell(AnnouncementEvent payload) {
        catalogue.accept(new Received<>(
                Event.first(EventId.of("announcement:1"), "/test", NOON, "test", payload),
                Optional.empty(),
                Optional.empty(),
                new Received.Position("bot.commands", 0, 0)));
    }
}
