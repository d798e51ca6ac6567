package dev.warren.leveling.level;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.leveling.experience.RulesHistory;
import dev.warren.leveling.level.Comparisons.LookedUp;
import dev.warren.leveling.surroundings.Surroundings;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.runtime.redis.Redis;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.runtime.trouble.Decisions;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.LookupDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReceiptEvent.ReplyUnknown;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** What look-ups of members found: roles that are missing are granted, those that another replaces are taken. */
@ApplicationScoped
class RewardReceipts implements EventHandler<ReceiptEvent> {
    private static final String GRANT = "/add-role:";
    private static final String TAKE = "/remove-role:";

    private final InboxConsumer inbox;
    private final Comparisons comparisons;
    private final SettingsView settings;
    private final RulesHistory rules;
    private final Surroundings surroundings;
    private final Redis redis;
    private final Decisions decisions;
    private final InstantSource clock;
    private final ObjectMapper mapper = WireJson.mapper();

    RewardReceipts(
            InboxConsumer inbox,
            Comparisons comparisons,
            SettingsView settings,
            RulesHistory rules,
            Surroundings surroundings,
            Redis redis,
            Decisions decisions,
            InstantSource clock) {
        this.inbox = inbox;
        this.comparisons = comparisons;
        this.settings = settings;
        this.rules = rules;
        this.surroundings = surroundings;
        this.redis = redis;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Incoming("receipts")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return inbox.consume(batch, Topics.RECEIPTS, this);
    }

    @Override
    public boolean concerns(Received<ReceiptEvent> received) {
        return switch (received.event().payload()) {
            case LookupDone(var reply, var _, var _) -> isLookUp(reply);
            case ReplyRefused(var reply, var _, var _, var _, var _) -> isLookUp(reply) || isRole(reply);
            case ReplyDone _, ReplyIntended _, ReplyUnknown _, ReceiptEvent.Unknown _ -> false;
        };
    }

    private static boolean isLookUp(EventId reply) {
        return reply.value().startsWith(Comparison.OURS) && !isRole(reply);
    }

    private static boolean isRole(EventId reply) {
        var id = reply.value();
        return (id.startsWith(Comparison.OURS) || id.contains("/level-reached:"))
                && (id.contains(GRANT) || id.contains(TAKE));
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<ReceiptEvent> received, Mutiny.StatelessSession tx) {
        return switch (received.event().payload()) {
            case LookupDone(var reply, var key, var _) -> found(tx, reply, key);
            case ReplyRefused refused -> refused(tx, refused);
            case ReplyDone _, ReplyIntended _, ReplyUnknown _, ReceiptEvent.Unknown _ ->
                throw new IllegalStateException(
                        "this says nothing of a reward: " + received.event().id());
        };
    }

    private Uni<List<Outgoing<?>>> found(Mutiny.StatelessSession tx, EventId reply, String key) {
        return comparisons
                .take(tx, reply)
                .chain(asked -> asked.map(of -> redis.call(commands -> commands.get(key))
                                // the look-up is kept for some minutes; whoever it was for is looked up again another
                                // night
                                .map(Optional::ofNullable)
                                .chain(bytes -> bytes.map(some -> compare(tx, reply, of, read(some)))
                                        .orElseGet(() -> Uni.createFrom().item(List.of()))))
                        .orElseGet(() -> Uni.createFrom().item(List.of())));
    }

    private Uni<List<Outgoing<?>>> compare(Mutiny.StatelessSession tx, EventId cause, LookedUp of, Member member) {
        var now = clock.instant();
        var rewards = Rewards.read(settings.at(Optional.of(of.guild()), now).text(LevelSettings.ROLES));
        return comparisons.xp(tx, of.guild(), of.member()).chain(xp -> {
            int level = rules.at(of.guild(), now).curve().level(xp);
            var granted = actions(rewards.due(level), true, cause, of, member, level, now);
            var withdrawn = actions(rewards.undue(level), false, cause, of, member, level, now);
            var all = new ArrayList<Outgoing<?>>(granted);
            all.addAll(withdrawn);
            return all.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : comparisons
                            .count(tx, of.guild(), granted.size(), withdrawn.size(), 0)
                            .replaceWith(List.copyOf(all));
        });
    }

    private List<Outgoing<?>> actions(
            java.util.Set<dev.warren.schemas.ids.RoleId> roles,
            boolean add,
            EventId cause,
            LookedUp of,
            Member member,
            int level,
            Instant now) {
        var actions = new ArrayList<Outgoing<?>>();
        for (var role : roles) {
            if (member.roles().contains(role) != add && surroundings.role(role).isPresent()) {
                actions.add(Consequences.role(of.guild(), of.member(), role, add, cause, "Level " + level, now));
            }
        }
        return actions;
    }

    /** Who left the guild is no trouble; a role that cannot be given is told. */
    private Uni<List<Outgoing<?>>> refused(Mutiny.StatelessSession tx, ReplyRefused refused) {
        if (isLookUp(refused.reply())) {
            return comparisons.take(tx, refused.reply()).replaceWith(List.of());
        }
        decisions.tell("reward-refused", List.of(refused.reply()), Map.of("status", String.valueOf(refused.status())));
        return Uni.createFrom().item(List.of());
    }

    private Member read(byte[] bytes) {
        try {
            return mapper.readValue(bytes, Member.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a look-up is no member", e);
        }
    }
}
