package dev.warren.leveling;

import dev.warren.runtime.testing.Broker;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.AnswerUpdate;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent;
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
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What members of one guild ask of leveling, and what they are answered. */
public record Talk(Broker broker, GuildId guild) {
    public static final Member ADA = member(700, "Ada", false);
    public static final Member GRACE = member(701, "Grace", false);
    public static final Member ROBOT = member(702, "Robot", true);
    private static final AtomicLong IDS = new AtomicLong((System.currentTimeMillis() << 20) + 7);
    private static final AtomicLong GUILDS = new AtomicLong(4_000);

    /** In a guild that no other test has. */
    public static Talk somewhere(Broker broker) {
        return new Talk(broker, new GuildId(GUILDS.incrementAndGet()));
    }

    public static Member member(long id, String name, boolean bot) {
        return new Member(new UserId(id), name, name, bot, Optional.empty(), List.of(), Optional.empty());
    }

    public static OptionValue user(Member member) {
        return new OptionValue(OptionType.USER, member.id().toString(), Optional.of(member));
    }

    public static OptionValue number(long value) {
        return new OptionValue(OptionType.INTEGER, Long.toString(value), Optional.empty());
    }

    /** Asks by a slash command, {@code xp give} or {@code rank}. */
    public Event<InteractionEvent> ask(Member who, String command, Map<String, OptionValue> options) {
        var words = command.split(" ", 2);
        var id = new InteractionId(IDS.incrementAndGet());
        var at = Instant.now();
        var asked = event(
                id,
                who,
                at,
                new CommandInvoked(
                        origin(id, who),
                        "leveling",
                        words[0],
                        words.length == 1 ? Optional.empty() : Optional.of(words[1]),
                        Via.SLASH,
                        options,
                        Optional.empty(),
                        at,
                        false));
        broker.send(Topics.INTERACTIONS, asked);
        return asked;
    }

    /** Presses a button. */
    public Event<InteractionEvent> press(Member who, String customId) {
        var id = new InteractionId(IDS.incrementAndGet());
        var at = Instant.now();
        var pressed = event(id, who, at, new ComponentUsed(origin(id, who), customId, List.of(), at));
        broker.send(Topics.INTERACTIONS, pressed);
        return pressed;
    }

    private Origin origin(InteractionId id, Member who) {
        return new Origin(
                Optional.of(id), Optional.empty(), Optional.of(guild), new ChannelId(70), who, Optional.empty());
    }

    private Event<InteractionEvent> event(InteractionId id, Member who, Instant at, InteractionEvent payload) {
        return Event.first(
                EventId.interaction(id), "/gateway/0", at, Keys.member(Optional.of(guild), who.id()), payload);
    }

    /** The answer to a command. */
    public MessageBody answer(Event<InteractionEvent> asked) {
        return caused(Topics.ANSWERS, AnswerMessage.class, asked).body();
    }

    /** Asks, and gives what is said. */
    public String said(Member who, String command, Map<String, OptionValue> options) {
        return text(answer(ask(who, command, options)));
    }

    /** Presses, and gives what the message became. */
    public String became(Member who, String customId) {
        return text(
                caused(Topics.ANSWERS, AnswerUpdate.class, press(who, customId)).body());
    }

    public Audited audited(Event<InteractionEvent> by) {
        return caused(Topics.AUDIT, Audited.class, by);
    }

    private <P, Q> Q caused(Topic<P> topic, Class<Q> type, Event<?> by) {
        return type.cast(broker.await(
                        topic, received -> received.event().causationId().equals(Optional.of(by.id())))
                .event()
                .payload());
    }

    public static String text(MessageBody body) {
        return body.content()
                + body.embeds().stream()
                        .map(embed -> embed.title().orElse("") + "\n"
                                + embed.description().orElse("")
                                + embed.fields().stream()
                                        .map(field -> "\n" + field.name() + ": " + field.value())
                                        .reduce("", String::concat)
                                + embed.footer().orElse(""))
                        .reduce("", String::concat);
    }

    /** The custom ids of the buttons. */
    public static List<String> buttons(MessageBody body) {
        return body.rows().stream()
                .flatMap(row -> row.components().stream())
                .map(component -> ((Button) component).customId())
                .toList();
    }
}
