package dev.warren.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.testing.Broker;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.AnswerUpdate;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.InteractionEvent.ModalSubmitted;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.Member;
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

/** One member in a guild of their own, who talks with the service as the gateway would pass it on. */
public final class Talk {
    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() << 20);

    private final Broker broker;
    private final GuildId guild;
    private final ChannelId channel;
    private final Member member;

    public Talk(Broker broker) {
        this(
                broker,
                new GuildId(IDS.incrementAndGet()),
                new ChannelId(IDS.incrementAndGet()),
                member(IDS.incrementAndGet()));
    }

    private Talk(Broker broker, GuildId guild, ChannelId channel, Member member) {
        this.broker = broker;
        this.guild = guild;
        this.channel = channel;
        this.member = member;
    }

    /** Another member of the same guild, with these permissions. */
    public Talk another(Permission... permissions) {
        long id = IDS.incrementAndGet();
        var other = new Member(
                new UserId(id),
                "grace",
                "Grace",
                false,
                Optional.empty(),
                List.of(),
                Optional.of(Permissions.of(permissions)));
        return new Talk(broker, guild, channel, other);
    }

    public static Member member(long id) {
        return new Member(new UserId(id), "ada", "Ada", false, Optional.empty(), List.of(), Optional.empty());
    }

    public GuildId guild() {
        return guild;
    }

    public ChannelId channel() {
        return channel;
    }

    public UserId user() {
        return member.id();
    }

    public Event<InteractionEvent> remind(String subcommand, Map<String, String> options) {
        return ask("remind", subcommand, options);
    }

    /** Uses a slash command. */
    public Event<InteractionEvent> ask(String command, String subcommand, Map<String, String> options) {
        return send(invoked(command, subcommand, options, Via.SLASH));
    }

    /** Uses a slash command that has no subcommands. */
    public Event<InteractionEvent> ask(String command, Map<String, String> options) {
        return send(invoked(command, Optional.empty(), options, Via.SLASH));
    }

    /** Sends a form. */
    public Event<InteractionEvent> submit(String customId, Map<String, String> fields) {
        var now = Instant.now();
        return send(event(now, member, origin -> new ModalSubmitted(origin, customId, fields, now)));
    }

    /** Uses a command that has no subcommands. */
    public Event<InteractionEvent> ask(String command) {
        var now = Instant.now();
        return send(event(
                now,
                member,
                origin -> new CommandInvoked(
                        origin,
                        "memory",
                        command,
                        Optional.empty(),
                        Via.SLASH,
                        Map.of(),
                        Optional.empty(),
                        now,
                        false)));
    }

    /** Completes an option. */
    public Event<InteractionEvent> complete(String command, String focused, String typed) {
        var now = Instant.now();
        return send(event(
                now,
                member,
                origin -> new AutocompleteRequested(
                        origin, "memory", command, Optional.empty(), focused, typed, Map.of(), now)));
    }

    /** As a written command; the gateway gives each option but the last one word. */
    public Event<InteractionEvent> written(String subcommand, Map<String, String> options) {
        return send(invoked("remind", subcommand, options, Via.PREFIX));
    }

    public Event<InteractionEvent> invoked(String command, String subcommand, Map<String, String> options, Via via) {
        return invoked(command, Optional.of(subcommand), options, via);
    }

    private Event<InteractionEvent> invoked(
            String command, Optional<String> subcommand, Map<String, String> options, Via via) {
        var values = new HashMap<String, OptionValue>();
        options.forEach((name, value) -> values.put(name, OptionValue.text(value)));
        var now = Instant.now();
        return event(
                now,
                member,
                origin -> new CommandInvoked(
                        origin, "memory", command, subcommand, via, values, Optional.empty(), now, false));
    }

    /** Uses a component whose custom id begins so. */
    public Event<InteractionEvent> use(MessageBody body, String begin, Member by, String... values) {
        var id = customIds(body).stream()
                .filter(custom -> custom.startsWith(begin))
                .findFirst()
                .orElseThrow();
        var now = Instant.now();
        return send(event(now, by, origin -> new ComponentUsed(origin, id, List.of(values), now)));
    }

    public Event<InteractionEvent> use(MessageBody body, String begin, String... values) {
        return use(body, begin, member, values);
    }

    public static List<String> customIds(MessageBody body) {
        return body.rows().stream()
                .flatMap(row -> row.components().stream())
                .map(component -> switch (component) {
                    case Component.Button button -> button.customId();
                    case Component.Select select -> select.customId();
                    case Component.LinkButton link -> link.url();
                })
                .toList();
    }

    private Event<InteractionEvent> event(
            Instant now, Member by, java.util.function.Function<Origin, InteractionEvent> payload) {
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

    /** What is answered, as it travels. */
    public AnswerEvent answered(Event<?> asked) {
        return broker.await(
                        Topics.ANSWERS,
                        received -> received.event().id().equals(asked.id().derive("answer")))
                .event()
                .payload();
    }

    /** What is answered, however it travels. */
    public MessageBody answer(Event<?> asked) {
        return body(answered(asked));
    }

    private static MessageBody body(AnswerEvent answer) {
        assertThat(answer).isInstanceOfAny(AnswerMessage.class, AnswerUpdate.class);
        return answer instanceof AnswerMessage message ? message.body() : ((AnswerUpdate) answer).body();
    }

    public String said(Event<?> asked) {
        return answer(asked).content();
    }

    /** The first reply in this channel that is of that kind. */
    public <R extends ReplyEvent> Event<ReplyEvent> reply(Class<R> kind) {
        return replies(kind, 1).getFirst();
    }

    public <R extends ReplyEvent> List<Event<ReplyEvent>> replies(Class<R> kind, int count) {
        return broker
                .await(
                        Topics.REPLIES,
                        count,
                        received -> received.event().subject().equals(channel.toString())
                                && kind.isInstance(received.event().payload()))
                .stream()
                .map(received -> received.event())
                .toList();
    }
}
