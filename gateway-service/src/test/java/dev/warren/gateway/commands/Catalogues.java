package dev.warren.gateway.commands;

import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.guilds.LatelySeen;
import dev.warren.gateway.guilds.Seen;
import dev.warren.gateway.identity.BotIdentity;
import dev.warren.gateway.identity.Identity;
import dev.warren.gateway.limits.LimitVerdict;
import dev.warren.gateway.limits.UseLimits;
import dev.warren.gateway.operations.Operating;
import dev.warren.gateway.operations.Operations;
import dev.warren.gateway.operations.ServedGuilds;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.settings.GeneralSettings;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.AnnouncementEvent;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ApplicationId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

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
    /** What the clock says. */
    public Instant now = NOON;

    /** What the limits say of each use; they refuse nothing unless a test puts another in. */
    public UseLimits within = use -> CompletableFuture.completedFuture(new LimitVerdict.Within());

    private final UseLimits limits = use -> within.take(use);
    public final Operations operations = Operating.operations();
    public final ServedGuilds served = Operating.serving(Optional.empty());
    public final CommandGate gate = new CommandGate(new GuildOverrides(), guilds, operations, served);
    final OptionReader reader = new OptionReader(guilds, seen);

    public Catalogues() {
        this(0);
    }

    /** @param flags of the application */
    public Catalogues(long flags) {
        identity.learned(new BotIdentity(new ApplicationId(BOT.value()), BOT, "Warren", flags, Set.of()));
        var invocations = new Invocations(
                new MemberLookup(rest, seen, InstantSource.system(), Seen.config()),
                limits,
                Duration.ofSeconds(30),
                () -> now);
        SettingsAt held = (guild, time) -> new GuildSettings(1, settings, GeneralSettings.FALLBACKS);
        prefix = new PrefixCommands(catalogue, held, gate, guilds, identity, reader, invocations);
        slash = new SlashCommands(catalogue, held, gate, reader, invocations);
    }

    /** A service announces these. */
    public Catalogues announce(String service, long version, CommandDescription... commands) {
        tell(new ServiceAnnounced(service, version, List.of(commands), List.of()));
        return this;
    }

    /** A service announces these, and settings. */
    public Catalogues announce(List<SettingDescription> offered, CommandDescription... commands) {
        tell(new ServiceAnnounced("samples", 1, List.of(commands), offered));
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
