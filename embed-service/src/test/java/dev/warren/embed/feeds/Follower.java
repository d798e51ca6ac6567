package dev.warren.embed.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.testing.Broker;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerEvent.AnswerChoices;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
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
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Somebody who manages a guild of their own, and what the bot says there. */
final class Follower {
    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() << 20);

    private final Broker broker;
    private final GuildId guild = new GuildId(IDS.incrementAndGet());
    private final ChannelId channel = new ChannelId(IDS.incrementAndGet());
    private final Member member = new Member(
            new UserId(IDS.incrementAndGet()), "ada", "Ada", false, Optional.empty(), List.of(), Optional.empty());

    Follower(Broker broker) {
        this.broker = broker;
    }

    GuildId guild() {
        return guild;
    }

    ChannelId channel() {
        return channel;
    }

    /** Asks, and gives what is answered. */
    String said(String subcommand, Map<String, String> options) {
        return answered(ask(subcommand, options)).body().content();
    }

    /** Follows, and gives the number of that. */
    long follow(String address) {
        return number(said("add", Map.of("what", address)));
    }

    static long number(String said) {
        assertThat(said).startsWith("✅");
        return Long.parseLong(said.replaceAll("(?s).*number (\\d+).*", "$1"));
    }

    Event<InteractionEvent> ask(String subcommand, Map<String, String> options) {
        var values = new HashMap<String, OptionValue>();
        options.forEach((name, value) -> values.put(
                name,
                switch (name) {
                    case "role" -> new OptionValue(OptionType.ROLE, value, Optional.empty());
                    case "channel" -> new OptionValue(OptionType.CHANNEL, value, Optional.empty());
                    default -> OptionValue.text(value);
                }));
        var now = Instant.now();
        return send(
                now,
                origin -> new CommandInvoked(
                        origin,
                        "embed",
                        "follow",
                        Optional.of(subcommand),
                        Via.SLASH,
                        values,
                        Optional.empty(),
                        now,
                        false));
    }

    /** The same event once more. */
    void again(Event<InteractionEvent> asked) {
        broker.send(Topics.INTERACTIONS, asked);
    }

    List<String> completed(String typed) {
        var now = Instant.now();
        var asked = send(
                now,
                origin -> new AutocompleteRequested(
                        origin, "embed", "follow", Optional.of("remove"), "number", typed, Map.of(), now));
        return ((AnswerChoices) answer(asked))
                .choices().stream().map(choice -> choice.name()).toList();
    }

    private Event<InteractionEvent> send(Instant now, Function<Origin, InteractionEvent> payload) {
        var id = new InteractionId(IDS.incrementAndGet());
        var origin =
                new Origin(Optional.of(id), Optional.empty(), Optional.of(guild), channel, member, Optional.empty());
        var event = Event.first(
                EventId.interaction(id),
                "/gateway/0",
                now,
                Keys.member(Optional.of(guild), member.id()),
                payload.apply(origin));
        broker.send(Topics.INTERACTIONS, event);
        return event;
    }

    AnswerMessage answered(Event<?> asked) {
        return (AnswerMessage) answer(asked);
    }

    private AnswerEvent answer(Event<?> asked) {
        return broker.await(
                        Topics.ANSWERS,
                        received -> received.event().id().equals(asked.id().derive("answer")))
                .event()
                .payload();
    }

    /** Waits for so many posts, and gives all that are there by then. */
    List<PostMessage> posts(ChannelId where, int count) {
        return broker
                .await(
                        Topics.REPLIES,
                        count,
                        received -> received.event().subject().equals(where.toString())
                                && received.event().payload() instanceof PostMessage)
                .stream()
                .map(received -> (PostMessage) received.event().payload())
                .toList();
    }

    List<String> posts(int count) {
        return posts(channel, count).stream().map(post -> post.body().content()).toList();
    }
}
