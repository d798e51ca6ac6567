package dev.warren.ai.conversation;

import dev.warren.ai.AiConfig;
import dev.warren.ai.AiSettings;
import dev.warren.ai.asking.Asker;
import dev.warren.ai.conversation.Conversations.Place;
import dev.warren.ai.conversation.Summons.Meaning;
import dev.warren.ai.conversation.Turns.Begun;
import dev.warren.ai.personas.Personas;
import dev.warren.ai.work.Jobs;
import dev.warren.runtime.events.OnContext;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.runtime.trouble.Decisions;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.AddReaction;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.bot.ReplyEvent.StartTyping;
import dev.warren.schemas.bot.Target;
import dev.warren.schemas.conversation.ConversationEvent.EndReason;
import dev.warren.schemas.discord.MessageEvent;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.discord.MessageEvent.MessageDeleted;
import dev.warren.schemas.discord.MessageEvent.MessageEdited;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads what members write, and begins a turn where the bot is meant. */
@ApplicationScoped
class MessageConsumer implements EventHandler<MessageEvent> {
    private static final Duration TYPING = Duration.ofSeconds(10);
    private static final String WAVE = "👋";
    private static final String HOURGLASS = "⏳";

    private final AiConfig config;
    private final InboxConsumer inbox;
    private final Readiness readiness;
    private final Conversations conversations;
    private final Turns turns;
    private final Jobs jobs;
    private final Words words;
    private final Self self;
    private final Personas personas;
    private final SettingsView settings;
    private final Decisions decisions;
    private final InstantSource clock;
    private final Set<Place> open = ConcurrentHashMap.newKeySet();

    MessageConsumer(
            AiConfig config,
            InboxConsumer inbox,
            Readiness readiness,
            Conversations conversations,
            Turns turns,
            Jobs jobs,
            Words words,
            Self self,
            Personas personas,
            SettingsView settings,
            Decisions decisions,
            InstantSource clock) {
        this.config = config;
        this.inbox = inbox;
        this.readiness = readiness;
        this.conversations = conversations;
        this.turns = turns;
        this.jobs = jobs;
        this.words = words;
        this.self = self;
        this.personas = personas;
        this.settings = settings;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Incoming("messages")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        // the inbox goes on where it began, and that must be where this was called
        var here = OnContext.executor();
        return readiness
                .whenReady()
                .chain(this::look)
                .emitOn(here)
                .chain(() -> inbox.consume(batch, Topics.MESSAGES, this))
                .invoke(jobs::wake);
    }

    /** Who is in a conversation; when that can't be told, who was. */
    private Uni<Void> look() {
        return conversations
                .open()
                .invoke(places -> {
                    open.retainAll(places);
                    open.addAll(places);
                })
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    @Override
    public boolean concerns(Received<MessageEvent> received) {
        return switch (received.event().payload()) {
            case MessageCreated created -> {
                self.learn(created);
                var held = settings.at(created.guild(), received.event().time());
                if (!held.moduleOn(AiSettings.MODULE)) {
                    yield false;
                }
                words.note(created);
                var meaning = meaning(received, created);
                if (meaning == Meaning.QUESTION || meaning == Meaning.CALL) {
                    // what comes next in the same batch finds it open
                    open.add(place(created));
                }
                yield meaning != Meaning.NOTHING;
            }
            case MessageEdited edited -> {
                words.note(edited);
                yield false;
            }
            case MessageDeleted deleted -> {
                words.note(deleted);
                yield false;
            }
            case MessageEvent.MessageUnfolded _, MessageEvent.Unknown _ -> false;
        };
    }

    private Summons summons(Received<?> received, MessageCreated created) {
        var held = settings.at(created.guild(), received.event().time());
        return new Summons(AiSettings.summons(held), AiSettings.dismissals(held), self.id());
    }

    private Meaning meaning(Received<?> received, MessageCreated created) {
        return summons(received, created).of(created, open.contains(place(created)));
    }

    private static Place place(MessageCreated created) {
        return new Place(created.channel(), created.author().id());
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<MessageEvent> received, Mutiny.StatelessSession tx) {
        if (!(received.event().payload() instanceof MessageCreated created)) {
            throw new IllegalStateException(
                    "this says nothing: " + received.event().id());
        }
        var age = Duration.between(received.countsFrom(), clock.instant());
        if (age.compareTo(config.conversations().patience()) > 0) {
            return skipped(received, "stale");
        }
        var origin = new Origin(
                Optional.empty(),
                Optional.of(created.id()),
                created.guild(),
                created.channel(),
                created.author(),
                Optional.empty());
        return switch (meaning(received, created)) {
            case NOTHING -> skipped(received, "conversation-over");
            case DISMISSAL -> dismissed(received, created, tx);
            case CALL -> turns.talk(tx, received.event(), origin).chain(() -> greeted(received, created));
            case QUESTION ->
                turns.begin(tx, received, origin, summons(received, created).prompt(created), created.replyTo())
                        .map(begun -> begun == Begun.UNDER_WAY
                                ? List.of(typing(received, created))
                                : List.of(reaction(received, created, HOURGLASS)));
        };
    }

    private Uni<List<Outgoing<?>>> skipped(Received<?> received, String reason) {
        decisions.tell(reason, List.of(received.event().correlationId()), Map.of());
        return Uni.createFrom().item(List.of());
    }

    private Uni<List<Outgoing<?>>> dismissed(
            Received<MessageEvent> received, MessageCreated created, Mutiny.StatelessSession tx) {
        open.remove(place(created));
        return conversations
                .lock(tx, created.channel(), created.author().id())
                .chain(talk -> talk.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : turns.end(
                                        tx,
                                        talk.get(),
                                        EndReason.DISMISSED,
                                        received.event().time())
                                .replaceWith(List.of(reaction(received, created, WAVE))));
    }

    private Uni<List<Outgoing<?>>> greeted(Received<MessageEvent> received, MessageCreated created) {
        var asker = Asker.of(created.guild(), created.channel(), created.author(), Optional.empty());
        return personas.of(asker.guild(), asker.user())
                .map(persona -> List.of(reply(
                        received,
                        created,
                        "greeting",
                        new PostMessage(
                                created.channel(),
                                MessageBody.text((persona.emoji() + " " + persona.greeting()).strip()),
                                Optional.of(created.id()),
                                Optional.empty(),
                                received.event().time().plus(config.delivery().expiry())))));
    }

    private Outgoing<?> typing(Received<MessageEvent> received, MessageCreated created) {
        return reply(
                received,
                created,
                "typing",
                new StartTyping(created.channel(), clock.instant().plus(TYPING)));
    }

    private Outgoing<?> reaction(Received<MessageEvent> received, MessageCreated created, String emoji) {
        return reply(
                received,
                created,
                "reaction",
                new AddReaction(
                        Target.message(created.channel(), created.id()),
                        emoji,
                        received.event().time().plus(config.delivery().expiry())));
    }

    private static Outgoing<?> reply(
            Received<MessageEvent> received, MessageCreated created, String what, ReplyEvent payload) {
        var event = received.event();
        return new Outgoing<>(
                Topics.REPLIES,
                event.causes(
                        event.id().derive(what),
                        "/ai",
                        event.time(),
                        created.channel().toString(),
                        payload));
    }
}
