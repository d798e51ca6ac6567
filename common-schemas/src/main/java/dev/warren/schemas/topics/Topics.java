package dev.warren.schemas.topics;

import dev.warren.schemas.bot.ActionEvent;
import dev.warren.schemas.bot.AnnouncementEvent;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AuditEvent;
import dev.warren.schemas.bot.DeadLetterEvent;
import dev.warren.schemas.bot.DecisionEvent;
import dev.warren.schemas.bot.OperationEvent;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.SettingsEvent;
import dev.warren.schemas.bot.SettingsRequestEvent;
import dev.warren.schemas.conversation.ConversationEvent;
import dev.warren.schemas.discord.FactEvent;
import dev.warren.schemas.discord.GuildEvent;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.MemberEvent;
import dev.warren.schemas.discord.MessageEvent;
import dev.warren.schemas.discord.ReactionEvent;
import dev.warren.schemas.discord.VoiceEvent;
import dev.warren.schemas.economy.EconomyEvent;
import dev.warren.schemas.embed.EmbedEvent;
import dev.warren.schemas.leveling.LevelingEvent;
import dev.warren.schemas.memory.MemoryEvent;
import dev.warren.schemas.memory.MemoryRequestEvent;
import dev.warren.schemas.moderation.ModerationEvent;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every topic of Warren. Brokers, AsyncAPI, Kubernetes manifests and access lists are made from here. */
public final class Topics {
    /** Partitions of a dense topic: the most replicas that can share its work. */
    public static final int PARTITIONS = 24;

    private static final Set<Service> GATEWAY = EnumSet.of(Service.GATEWAY);
    private static final Set<Service> MEMORY_ONLY = EnumSet.of(Service.MEMORY);
    private static final Set<Service> ALL = EnumSet.allOf(Service.class);

    public static final Topic<MessageEvent> MESSAGES = content(
            "discord.messages", MessageEvent.class, "guild + author", 7, GATEWAY, "Messages created, edited, deleted");
    public static final Topic<FactEvent> FACTS =
            kept("discord.facts", FactEvent.class, "guild + author", 400, GATEWAY, "The same without content");
    public static final Topic<InteractionEvent> INTERACTIONS = content(
            "discord.interactions",
            InteractionEvent.class,
            "guild + user",
            7,
            GATEWAY,
            "Commands, components, modals, completions");
    public static final Topic<MemberEvent> MEMBERS =
            kept("discord.members", MemberEvent.class, "guild + user", 90, GATEWAY, "Joined, left, updated");
    public static final Topic<ReactionEvent> REACTIONS =
            kept("discord.reactions", ReactionEvent.class, "guild + user", 90, GATEWAY, "Added, removed");
    public static final Topic<VoiceEvent> VOICE =
            kept("discord.voice", VoiceEvent.class, "guild", 90, GATEWAY, "Voice states");
    public static final Topic<GuildEvent> GUILDS = compacted(
            "discord.guilds", GuildEvent.class, "guild / channel / role", GATEWAY, "What the gateway knows of guilds");

    public static final Topic<AnnouncementEvent> COMMANDS = compacted(
            "bot.commands", AnnouncementEvent.class, "service", ALL, "What each service offers, and its settings");
    public static final Topic<SettingsRequestEvent> SETTINGS_REQUESTS = content(
            "bot.settings.requests",
            SettingsRequestEvent.class,
            "guild",
            7,
            ALL,
            "Changes of settings that are asked for");
    public static final Topic<SettingsEvent> SETTINGS_HISTORY = new Topic<>(
            "bot.settings.history",
            SettingsEvent.class,
            "guild",
            PARTITIONS,
            false,
            Optional.empty(),
            false,
            MEMORY_ONLY,
            "Every version of a guild's settings");
    public static final Topic<SettingsEvent> SETTINGS = compacted(
            "bot.settings", SettingsEvent.class, "guild", MEMORY_ONLY, "The newest version of a guild's settings");
    public static final Topic<AnswerEvent> ANSWERS =
            content("bot.answers", AnswerEvent.class, "interaction", 1, ALL, "Answers to interactions");
    public static final Topic<ReplyEvent> REPLIES =
            content("bot.replies", ReplyEvent.class, "channel", 7, ALL, "Messages to post, edit, delete; typing");
    public static final Topic<ActionEvent> ACTIONS =
            kept("bot.actions", ActionEvent.class, "guild + user", 7, ALL, "Roles, kicks, bans, timeouts; look-ups");
    public static final Topic<ReceiptEvent> RECEIPTS = new Topic<>(
            "bot.receipts",
            ReceiptEvent.class,
            "reply id",
            PARTITIONS,
            true,
            Optional.of(Duration.ofDays(30)),
            false,
            GATEWAY,
            "What became of replies, answers and actions");
    public static final Topic<DecisionEvent> DECISIONS =
            kept("bot.decisions", DecisionEvent.class, "service", 7, ALL, "Each refusal or skip with its reason");
    public static final Topic<AuditEvent> AUDIT =
            kept("bot.audit", AuditEvent.class, "guild", 400, ALL, "Each privileged action");
    public static final Topic<OperationEvent> OPERATIONS = compacted(
            "bot.operations",
            OperationEvent.class,
            "what is decided",
            GATEWAY,
            "What those who run the bot have decided: pauses, blocked guilds, presence");

    public static final Topic<LevelingEvent> LEVELING_EVENTS =
            own(Service.LEVELING, LevelingEvent.class, "What leveling decided");
    public static final Topic<EconomyEvent> ECONOMY_EVENTS =
            own(Service.ECONOMY, EconomyEvent.class, "What the economy decided");
    public static final Topic<MemoryEvent> MEMORY_EVENTS =
            own(Service.MEMORY, MemoryEvent.class, "What memory decided");
    public static final Topic<MemoryRequestEvent> MEMORY_REQUESTS = content(
            "memory.requests",
            MemoryRequestEvent.class,
            "guild + user",
            7,
            MEMORY_ONLY,
            "What tools ask to be remembered or forgotten");
    public static final Topic<EmbedEvent> EMBED_EVENTS =
            own(Service.EMBED, EmbedEvent.class, "What the embed service decided");
    public static final Topic<ModerationEvent> MODERATION_EVENTS =
            own(Service.MODERATION, ModerationEvent.class, "What moderation decided");
    public static final Topic<ConversationEvent> CONVERSATION_EVENTS = content(
            "conversation.events",
            ConversationEvent.class,
            "guild + user",
            7,
            EnumSet.of(Service.AI),
            "Turns, ends, summaries");

    private Topics() {}

    /** What a service could not process, without content. */
    public static Topic<DeadLetterEvent> deadLetters(Service service) {
        return kept(
                service.id() + ".dead-letters",
                DeadLetterEvent.class,
                "as the source",
                30,
                EnumSet.of(service),
                "What " + service.id() + " could not process");
    }

    /** What a service could not process, from topics with content. */
    public static Topic<DeadLetterEvent> deadLettersWithContent(Service service) {
        return content(
                service.id() + ".dead-letters.content",
                DeadLetterEvent.class,
                "as the source",
                7,
                EnumSet.of(service),
                "What " + service.id() + " could not process, from topics with content");
    }

    /** All topics, in the order of the architecture's table. */
    public static List<Topic<?>> all() {
        return Stream.concat(
                        Stream.of(
                                MESSAGES,
                                FACTS,
                                INTERACTIONS,
                                MEMBERS,
                                REACTIONS,
                                VOICE,
                                GUILDS,
                                COMMANDS,
                                SETTINGS_REQUESTS,
                                SETTINGS_HISTORY,
                                SETTINGS,
                                ANSWERS,
                                REPLIES,
                                ACTIONS,
                                RECEIPTS,
                                DECISIONS,
                                AUDIT,
                                OPERATIONS,
                                LEVELING_EVENTS,
                                ECONOMY_EVENTS,
                                MEMORY_EVENTS,
                                MEMORY_REQUESTS,
                                EMBED_EVENTS,
                                MODERATION_EVENTS,
                                CONVERSATION_EVENTS),
                        Stream.of(Service.values())
                                .flatMap(service -> Stream.of(deadLetters(service), deadLettersWithContent(service))))
                .toList();
    }

    private static <P> Topic<P> kept(
            String name, Class<P> payload, String key, int days, Set<Service> writers, String description) {
        return new Topic<>(
                name, payload, key, PARTITIONS, false, Optional.of(Duration.ofDays(days)), false, writers, description);
    }

    private static <P> Topic<P> content(
            String name, Class<P> payload, String key, int days, Set<Service> writers, String description) {
        return new Topic<>(
                name, payload, key, PARTITIONS, false, Optional.of(Duration.ofDays(days)), true, writers, description);
    }

    private static <P> Topic<P> compacted(
            String name, Class<P> payload, String key, Set<Service> writers, String description) {
        return new Topic<>(name, payload, key, 1, true, Optional.empty(), false, writers, description);
    }

    private static <P> Topic<P> own(Service service, Class<P> payload, String description) {
        return kept(service.id() + ".events", payload, "guild + user", 400, EnumSet.of(service), description);
    }
}
