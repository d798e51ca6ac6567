package dev.warren.benchmarks.economy;

import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A random wish to move coins, as the gateway would publish it.
 *
 * @param kind grant, pay, deposit or withdraw
 * @param who counts members from 0
 * @param whom who gets a payment
 */
record Wish(GuildId guild, long id, String kind, int who, int whom, long amount) {
    private static final List<String> KINDS = List.of("grant", "pay", "pay", "pay", "pay", "deposit", "withdraw");
    private static final long FIRST_MEMBER = 6_000_000;

    static Wish random(GuildId guild, long id, int members, Random random) {
        int who = random.nextInt(members);
        int whom = (who + 1 + random.nextInt(members - 1)) % members;
        return new Wish(
                guild, id, KINDS.get(random.nextInt(KINDS.size())), who, whom, 1 + random.nextInt(1_000_000) % 997);
    }

    /** The key of the transaction that it may cause. */
    EventId key() {
        return EventId.interaction(new InteractionId(id));
    }

    static long user(int member) {
        return FIRST_MEMBER + member;
    }

    Event<InteractionEvent> asked(Instant at) {
        var command = kind.equals("grant") ? "economy" : kind;
        var subcommand = Optional.of("grant").filter(kind::equals);
        var options = new HashMap<String, OptionValue>();
        options.put("amount", new OptionValue(OptionType.AMOUNT, Long.toString(amount), Optional.empty()));
        if (kind.equals("pay") || kind.equals("grant")) {
            var named = member(kind.equals("pay") ? whom : who);
            options.put("member", new OptionValue(OptionType.USER, named.id().toString(), Optional.of(named)));
        }
        var asker = member(who);
        var origin = new Origin(
                Optional.of(new InteractionId(id)),
                Optional.empty(),
                Optional.of(guild),
                new ChannelId(71),
                asker,
                Optional.empty());
        InteractionEvent invoked = new CommandInvoked(
                origin,
                "economy",
                command,
                subcommand,
                InteractionEvent.Via.SLASH,
                Map.copyOf(options),
                Optional.empty(),
                at,
                false);
        return Event.first(key(), "/gateway/0", at, Keys.member(Optional.of(guild), asker.id()), invoked);
    }

    private static Member member(int number) {
        var name = "payer-" + number;
        return new Member(new UserId(user(number)), name, name, false, Optional.empty(), List.of(), Optional.empty());
    }
}
