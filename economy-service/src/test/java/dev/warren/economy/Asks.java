package dev.warren.economy;

import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.Snowflake;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What members of one guild ask of the economy, as the gateway would publish it; each with an id of its own. */
record Asks(GuildId guild) {
    static final Member ADA = member(700, "ada", false);
    static final Member GRACE = member(701, "grace", false);
    static final Member ROBOT = member(702, "robot", true);

    private static final AtomicLong IDS = new AtomicLong((System.currentTimeMillis() << 20) + 7);
    private static final AtomicLong GUILDS = new AtomicLong(3_000);

    /** Of a guild that no other test has. */
    static Asks somewhere() {
        return new Asks(new GuildId(GUILDS.incrementAndGet()));
    }

    /** Of whom nobody has heard. */
    static Member someone(long id) {
        return member(id, "member-" + id, false);
    }

    private static Member member(long id, String name, boolean bot) {
        return new Member(new UserId(id), name, name, bot, Optional.empty(), List.of(), Optional.empty());
    }

    Event<InteractionEvent> slash(Member who, String command, Map<String, OptionValue> options) {
        return slash(who, command, Optional.empty(), options, Instant.now());
    }

    Event<InteractionEvent> slash(
            Member who, String command, Optional<String> subcommand, Map<String, OptionValue> options, Instant at) {
        var id = new InteractionId(IDS.incrementAndGet());
        var invoked = new CommandInvoked(
                origin(Optional.of(id), who),
                "economy",
                command,
                subcommand,
                Via.SLASH,
                options,
                Optional.empty(),
                at,
                false);
        return event(EventId.interaction(id), who, at, invoked);
    }

    Event<InteractionEvent> press(Member who, String customId) {
        var id = new InteractionId(IDS.incrementAndGet());
        var at = Instant.now();
        return event(
                EventId.interaction(id),
                who,
                at,
                new ComponentUsed(origin(Optional.of(id), who), customId, List.of(), at));
    }

    private Origin origin(Optional<InteractionId> id, Member who) {
        return new Origin(id, Optional.empty(), Optional.of(guild), new ChannelId(70), who, Optional.empty());
    }

    private Event<InteractionEvent> event(EventId id, Member who, Instant at, InteractionEvent payload) {
        return Event.first(id, "/gateway/0", at, Keys.member(Optional.of(guild), who.id()), payload);
    }

    /** A message that somebody wrote, without content. */
    Event<MessageFact> wrote(Member who, Instant at, int increment) {
        var message = new MessageId(((at.toEpochMilli() - Snowflake.DISCORD_EPOCH_MILLIS) << 22) | increment);
        var fact = new MessageFact(
                message,
                Optional.of(guild),
                new ChannelId(70),
                Optional.empty(),
                who.id(),
                who.displayName(),
                Optional.empty(),
                List.of(),
                who.bot(),
                false,
                0,
                at,
                42,
                40,
                8,
                77L,
                0,
                List.of(),
                Optional.empty(),
                true);
        return Event.first(EventId.fact(message), "/gateway/0", at, Keys.member(Optional.of(guild), who.id()), fact);
    }

    static OptionValue user(Member member) {
        return new OptionValue(OptionType.USER, member.id().toString(), Optional.of(member));
    }

    static OptionValue amount(String value) {
        return new OptionValue(OptionType.AMOUNT, value, Optional.empty());
    }

    static OptionValue role(RoleId role) {
        return new OptionValue(OptionType.ROLE, role.toString(), Optional.empty());
    }

    /** The same with these roles. */
    static Member with(Member member, RoleId... roles) {
        return new Member(
                member.id(),
                member.name(),
                member.displayName(),
                member.bot(),
                member.avatar(),
                List.of(roles),
                member.permissions());
    }

    /** A completion of the option {@code item} that is wanted. */
    Event<InteractionEvent> completing(Member who, String command, String typed) {
        var id = new InteractionId(IDS.incrementAndGet());
        var at = Instant.now();
        return event(
                EventId.interaction(id),
                who,
                at,
                new AutocompleteRequested(
                        origin(Optional.of(id), who),
                        "economy",
                        command,
                        Optional.empty(),
                        "item",
                        typed,
                        Map.of(),
                        at));
    }

    static OptionValue duration(Duration value) {
        return new OptionValue(OptionType.DURATION, value.toString(), Optional.empty());
    }

    static OptionValue number(long value) {
        return new OptionValue(OptionType.INTEGER, Long.toString(value), Optional.empty());
    }
}
