package dev.warren.ai.helping;

import dev.warren.runtime.testing.Broker;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.AnswerUpdate;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.InteractionEvent.ModalSubmitted;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
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

/** Members of a guild of their own, who use commands as the gateway would pass them on. */
final class Members {
    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() << 20);

    private final Broker broker;
    private final GuildId guild = new GuildId(IDS.incrementAndGet());
    private final ChannelId channel = new ChannelId(IDS.incrementAndGet());
    private final Member ada = member("Ada", Permissions.NONE);
    private final Member owner = member("Olga", Permissions.of(Permission.MANAGE_GUILD));

    Members(Broker broker) {
        this.broker = broker;
    }

    private static Member member(String name, Permissions permissions) {
        return new Member(
                new UserId(IDS.incrementAndGet()),
                name.toLowerCase(java.util.Locale.ROOT),
                name,
                false,
                Optional.empty(),
                List.of(),
                Optional.of(permissions));
    }

    GuildId guild() {
        return guild;
    }

    ChannelId channel() {
        return channel;
    }

    Member ada() {
        return ada;
    }

    Member owner() {
        return owner;
    }

    Event<InteractionEvent> slash(Member by, String command, Map<String, String> options) {
        return send(invoked(by, command, Optional.empty(), options));
    }

    Event<InteractionEvent> slash(Member by, String command, String sub, Map<String, String> options) {
        return send(invoked(by, command, Optional.of(sub), options));
    }

    private Event<InteractionEvent> invoked(
            Member by, String command, Optional<String> sub, Map<String, String> options) {
        var values = new HashMap<String, OptionValue>();
        options.forEach((name, value) -> values.put(name, new OptionValue(OptionType.STRING, value, Optional.empty())));
        var now = Instant.now();
        return event(
                by,
                now,
                origin -> new CommandInvoked(
                        origin, "ai", command, sub, Via.SLASH, values, Optional.empty(), now, false));
    }

    Event<InteractionEvent> press(Member by, MessageBody body, String label) {
        var id = body.rows().stream()
                .flatMap(row -> row.components().stream())
                .filter(Component.Button.class::isInstance)
                .map(Component.Button.class::cast)
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow()
                .customId();
        var now = Instant.now();
        return send(event(by, now, origin -> new ComponentUsed(origin, id, List.of(), now)));
    }

    Event<InteractionEvent> submit(Member by, String customId, Map<String, String> fields) {
        var now = Instant.now();
        return send(event(by, now, origin -> new ModalSubmitted(origin, customId, fields, now)));
    }

    Event<InteractionEvent> complete(Member by, String command, String focused, String typed) {
        var now = Instant.now();
        return send(event(
                by,
                now,
                origin -> new AutocompleteRequested(
                        origin, "ai", command, Optional.empty(), focused, typed, Map.of(), now)));
    }

    private Event<InteractionEvent> event(Member by, Instant now, Function<Origin, InteractionEvent> payload) {
        var id = new InteractionId(IDS.incrementAndGet());
        var origin = new Origin(Optional.of(id), Optional.empty(), Optional.of(guild), channel, by, Optional.empty());
        return Event.first(
                EventId.interaction(id),
                "/gateway/0",
                now,
                Keys.member(Optional.of(guild), by.id()),
                payload.apply(origin));
    }

    private Event<InteractionEvent> send(Event<InteractionEvent> event) {
        broker.send(Topics.INTERACTIONS, event);
        return event;
    }

    AnswerEvent answer(Event<?> asked) {
        return broker.await(
                        Topics.ANSWERS,
                        received -> received.event().id().equals(asked.id().derive("answer")))
                .event()
                .payload();
    }

    MessageBody body(Event<?> asked) {
        return switch (answer(asked)) {
            case AnswerMessage message -> message.body();
            case AnswerUpdate update -> update.body();
            case AnswerEvent.AnswerModal _,
                    AnswerEvent.AnswerChoices _,
                    AnswerEvent.EditAnswer _,
                    AnswerEvent.Unknown _ -> throw new AssertionError("the answer is no message: " + asked.id());
        };
    }

    /** Content and embeds as one text. */
    String said(Event<?> asked) {
        var body = body(asked);
        return body.content()
                + body.embeds().stream()
                        .map(embed -> embed.description().orElse(""))
                        .reduce("", String::concat);
    }
}
