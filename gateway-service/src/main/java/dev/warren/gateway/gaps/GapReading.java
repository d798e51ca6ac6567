package dev.warren.gateway.gaps;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.identity.Identity;
import dev.warren.gateway.inbound.ReadBack;
import dev.warren.gateway.sessions.Gap;
import dev.warren.gateway.sessions.GapStore;
import dev.warren.gateway.sessions.Mark;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.GuildId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Reads one gap, page by page, each published and acknowledged before the next is asked for. How far it came is kept, so that a crash costs
 * one page.
 */
@ApplicationScoped
class GapReading {
    private static final Logger LOG = Logger.getLogger(GapReading.class);
    private static final Permissions SEE = Permissions.of(Permission.VIEW_CHANNEL);
    private static final Permissions READ = Permissions.of(Permission.READ_MESSAGE_HISTORY);
    private static final int TIME_SHIFT = 22;

    private final GapsConfig config;
    private final GapStore store;
    private final ChannelHistory history;
    private final ReadBack readBack;
    private final GuildDirectory guilds;
    private final Identity identity;
    private final MeterRegistry meters;
    private final Pace pace;

    GapReading(
            GapsConfig config,
            GapStore store,
            ChannelHistory history,
            ReadBack readBack,
            GuildDirectory guilds,
            Identity identity,
            MeterRegistry meters) {
        this.config = config;
        this.store = store;
        this.history = history;
        this.readBack = readBack;
        this.guilds = guilds;
        this.identity = identity;
        this.meters = meters;
        this.pace = new Pace(config.requestsPerSecond(), System.nanoTime());
    }

    /** Messages that were read back, by why they had to be. */
    static Counter backfilled(MeterRegistry meters, Gap.Reason reason) {
        return meters.counter("warren.backfilled", "reason", reason.name().toLowerCase(Locale.ROOT));
    }

    /** How reading a gap ended. */
    enum End {
        /** There is nothing more to read. */
        CLOSED,
        /** Discord did not answer. */
        LATER,
        /** There is no room for more. */
        NO_ROOM
    }

    /**
     * Around a gap.
     *
     * @param shards how many there are
     * @param calm whether there is room for more
     * @param readTo told with the shard up to where a channel is read back
     */
    record Way(int shards, BooleanSupplier calm, BiConsumer<Integer, Mark> readTo) {}

    Uni<End> read(Gap gap, Way way) {
        var permissions = gap.guild().flatMap(guild -> permissions(guild, gap));
        if (permissions.isPresent() && !permissions.get().allows(SEE)) {
            // it would not have come by the socket either
            return close(gap);
        }
        if (permissions.isPresent() && !permissions.get().allows(READ)) {
            return lose(gap, way, "no-permission");
        }
        return page(gap, way);
    }

    private Optional<Permissions> permissions(GuildId guild, Gap gap) {
        return identity.now()
                .flatMap(bot -> guilds.guild(guild)
                        .flatMap(known -> guilds.permissions(guild, gap.channel(), bot.user(), known.botRoles())));
    }

    private Uni<End> page(Gap gap, Way way) {
        if (!way.calm().getAsBoolean()) {
            return Uni.createFrom().item(End.NO_ROOM);
        }
        if (gap.messages() >= config.messages()) {
            return lose(gap, way, "too-many");
        }
        return pause(pace.take(System.nanoTime()))
                .chain(() -> history.after(gap.channel(), gap.after()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(page -> switch (page) {
                    case ChannelHistory.Page.Read(var messages) -> publish(gap, messages, way);
                    case ChannelHistory.Page.Closed(var reason) -> lose(gap, way, reason);
                    case ChannelHistory.Page.Away(var why) -> {
                        LOG.debugf("gap waits channelId=%s reason=%s", gap.channel(), why);
                        yield Uni.createFrom().item(End.LATER);
                    }
                });
    }

    private Uni<End> publish(Gap gap, List<ObjectNode> messages, Way way) {
        var wanted = messages.stream()
                .filter(message ->
                        ChannelHistory.id(message).value() <= gap.until().value())
                .toList();
        if (wanted.isEmpty()) {
            return close(gap);
        }
        boolean last = messages.size() < ChannelHistory.PAGE || wanted.size() < messages.size();
        return readBack.publish(shard(gap, way), gap.guild(), wanted)
                .invoke(count -> backfilled(meters, gap.reason()).increment(count))
                .chain(() -> {
                    var newest = ChannelHistory.id(wanted.getLast());
                    if (gap.reason() == Gap.Reason.SESSION) {
                        way.readTo().accept(shard(gap, way), new Mark(gap.channel(), gap.guild(), newest));
                    }
                    if (last) {
                        return close(gap);
                    }
                    var rest = gap.readTo(newest, wanted.size());
                    return store.advance(gap, rest).chain(() -> page(rest, way));
                });
    }

    private Uni<End> lose(Gap gap, Way way, String reason) {
        LOG.warnf("gap cannot be read channelId=%s reason=%s", gap.channel(), reason);
        meters.counter("warren.lost", "shard", String.valueOf(shard(gap, way)), "reason", reason)
                .increment();
        return close(gap);
    }

    /** Discord's rule; direct messages are of the first. */
    private static int shard(Gap gap, Way way) {
        return (int) (gap.guild().map(guild -> guild.value() >> TIME_SHIFT).orElse(0L) % way.shards());
    }

    private Uni<End> close(Gap gap) {
        return store.close(gap).replaceWith(End.CLOSED);
    }

    /** Less than a millisecond is none. */
    private static Uni<Void> pause(Duration time) {
        var now = Uni.createFrom().voidItem();
        return time.toMillis() < 1 ? now : now.onItem().delayIt().by(time);
    }
}
