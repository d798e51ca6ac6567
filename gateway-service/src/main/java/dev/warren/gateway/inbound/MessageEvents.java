package dev.warren.gateway.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.gateway.commands.PrefixCommands;
import dev.warren.gateway.commands.Reading;
import dev.warren.gateway.commands.WrittenMessage;
import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.guilds.LatelySeen;
import dev.warren.gateway.identity.BotIdentity;
import dev.warren.gateway.identity.Identity;
import dev.warren.gateway.outbound.Echoes;
import dev.warren.gateway.wire.Members;
import dev.warren.gateway.wire.Nodes;
import dev.warren.runtime.texts.TextFacts;
import dev.warren.schemas.discord.Attachment;
import dev.warren.schemas.discord.FactEvent.DeletionFact;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.MessageEvent;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.discord.MessageEvent.MessageDeleted;
import dev.warren.schemas.discord.MessageEvent.MessageEdited;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages created, edited and deleted, each with its fact; and the commands written in them. */
@ApplicationScoped
class MessageEvents {
    /** Discord's message type of an answer to another message. */
    private static final int REPLY = 19;

    private final GuildDirectory guilds;
    private final LatelySeen seen;
    private final AuthorCache authors;
    private final Identity identity;
    private final Echoes echoes;
    private final PrefixCommands commands;
    private final WrittenCommands written;
    private final MissedCommands missed;

    MessageEvents(
            GuildDirectory guilds,
            LatelySeen seen,
            AuthorCache authors,
            Identity identity,
            Echoes echoes,
            PrefixCommands commands,
            WrittenCommands written,
            MissedCommands missed) {
        this.guilds = guilds;
        this.seen = seen;
        this.authors = authors;
        this.identity = identity;
        this.echoes = echoes;
        this.commands = commands;
        this.written = written;
        this.missed = missed;
    }

    /** A message that was just written. */
    void created(Arrival arrival) {
        told(arrival, false);
    }

    /** A message as Discord's history has it: without the roles of its author. */
    void readBack(Arrival arrival) {
        told(arrival, true);
    }

    private void told(Arrival arrival, boolean readBack) {
        var data = arrival.data();
        var id = Nodes.requiredId(data, "id", MessageId::of);
        var guild = Nodes.id(data, "guild_id", GuildId::of);
        var channel = Nodes.requiredId(data, "channel_id", ChannelId::of);
        boolean webhook = isWebhook(data);
        var author = author(data, guild, channel, webhook, id.createdAt());
        authors.wrote(id, author.id());
        if (isBot(author.id())) {
            Nodes.text(data, "nonce").ifPresent(nonce -> echoes.heard(nonce, id));
        }
        if (guild.isPresent() && !webhook && !readBack) {
            seen.saw(guild.get(), author);
        }
        var content = Nodes.text(data, "content").orElse("");
        var attachments = attachments(data);
        var createdAt = id.createdAt();
        var message = new WrittenMessage(id, guild, channel, author, kind(data), createdAt, content, attachments, data);
        var reading = webhook || author.bot()
                ? Reading.CONVERSATION
                : readBack ? missed.read(message) : commands.read(message);
        var command = reading.command();
        var mentions = Nodes.child(data, "mentions").map(MessageEvents::users).orElse(List.of());
        boolean reply = kind(data) == REPLY;
        var payload = new MessageCreated(
                id,
                guild,
                channel,
                author,
                kind(data),
                webhook,
                createdAt,
                content,
                reply ? referenced(data) : Optional.empty(),
                reply ? referencedAuthor(data) : Optional.empty(),
                mentions,
                Nodes.ids(data, "mention_roles", RoleId::of),
                Nodes.flag(data, "mention_everyone"),
                mentionsBot(mentions),
                attachments,
                command,
                readBack);
        var event = arrival.event(EventId.message(id), createdAt, Keys.member(guild, author.id()), payload);
        arrival.emit(Topics.MESSAGES, event);
        emitFact(arrival, event, TextFacts.of(content));
        if (readBack) {
            missed.follow(arrival, event, message, reading);
        } else {
            written.follow(arrival, event, message, reading);
        }
    }

    private void emitFact(Arrival arrival, Event<MessageCreated> event, TextFacts text) {
        var message = event.payload();
        var author = message.author();
        var fact = new MessageFact(
                message.id(),
                message.guild(),
                message.channel(),
                message.guild()
                        .flatMap(guild -> guilds.channel(guild, message.channel()))
                        .flatMap(known -> known.parent()),
                author.id(),
                author.displayName(),
                author.avatar(),
                author.roles(),
                author.bot(),
                message.webhook(),
                message.kind(),
                message.createdAt(),
                text.length(),
                text.collapsedLength(),
                text.words(),
                text.sketch(),
                message.attachments().size(),
                text.linkHosts(),
                message.command(),
                !message.backfilled());
        arrival.emit(Topics.FACTS, arrival.caused(event, EventId.fact(message.id()), event.subject(), fact));
    }

    /** An update without a time of editing shows embeds that Discord made, or a pin; nobody edited anything. */
    void updated(Arrival arrival) {
        var data = arrival.data();
        var editedAt = Nodes.time(data, "edited_timestamp");
        if (editedAt.isEmpty()) {
            return;
        }
        var id = Nodes.requiredId(data, "id", MessageId::of);
        var guild = Nodes.id(data, "guild_id", GuildId::of);
        var author = Nodes.child(data, "author")
                .flatMap(user -> Nodes.id(user, "id", UserId::of))
                .or(() -> authors.authorOf(id));
        var edited = new MessageEdited(
                id,
                guild,
                Nodes.requiredId(data, "channel_id", ChannelId::of),
                author,
                editedAt.get(),
                Nodes.text(data, "content").orElse(""),
                attachments(data));
        emit(arrival, EventId.messageEdited(id, editedAt.get()), guild, author, id, edited);
    }

    void deleted(Arrival arrival) {
        delete(arrival, Nodes.requiredId(arrival.data(), "id", MessageId::of));
    }

    void deletedInBulk(Arrival arrival) {
        Nodes.ids(arrival.data(), "ids", MessageId::of).forEach(id -> delete(arrival, id));
    }

    private void delete(Arrival arrival, MessageId id) {
        var guild = Nodes.id(arrival.data(), "guild_id", GuildId::of);
        var channel = Nodes.requiredId(arrival.data(), "channel_id", ChannelId::of);
        var author = authors.authorOf(id);
        var event = emit(
                arrival, EventId.messageDeleted(id), guild, author, id, new MessageDeleted(id, guild, channel, author));
        var fact = new DeletionFact(id, guild, channel, author);
        arrival.emit(Topics.FACTS, arrival.caused(event, EventId.fact(id).derive("deleted"), event.subject(), fact));
    }

    private static Event<MessageEvent> emit(
            Arrival arrival,
            EventId id,
            Optional<GuildId> guild,
            Optional<UserId> author,
            MessageId message,
            MessageEvent payload) {
        var key = author.map(user -> Keys.member(guild, user)).orElseGet(() -> Keys.orphan(message));
        var event = arrival.event(id, arrival.at(), key, payload);
        arrival.emit(Topics.MESSAGES, event);
        return event;
    }

    /** Answers to interactions come as webhook messages of the application itself; they are the bot's own. */
    private static boolean isWebhook(JsonNode data) {
        var webhook = Nodes.text(data, "webhook_id");
        return webhook.isPresent() && !webhook.equals(Nodes.text(data, "application_id"));
    }

    private Member author(JsonNode data, Optional<GuildId> guild, ChannelId channel, boolean webhook, Instant at) {
        var user = data.path("author");
        var member = data.get("member");
        if (webhook) {
            var author = Members.user(user);
            return new Member(
                    author.id(),
                    author.name(),
                    author.displayName(),
                    true,
                    author.avatar(),
                    List.of(),
                    Optional.empty());
        }
        if (guild.isEmpty() || member == null || member.isNull()) {
            return Members.user(user);
        }
        var roles = Nodes.ids(member, "roles", RoleId::of);
        var id = Nodes.requiredId(user, "id", UserId::of);
        boolean inTimeout = Nodes.time(member, "communication_disabled_until")
                .filter(at::isBefore)
                .isPresent();
        var permissions = inTimeout
                ? guilds.permissionsInTimeout(guild.get(), channel, id, roles)
                : guilds.permissions(guild.get(), channel, id, roles);
        return Members.member(user, member, permissions);
    }

    private boolean mentionsBot(List<UserId> mentions) {
        var bot = identity.now().map(BotIdentity::user);
        return bot.isPresent() && mentions.contains(bot.get());
    }

    private boolean isBot(UserId user) {
        return identity.now().map(BotIdentity::user).filter(user::equals).isPresent();
    }

    private static int kind(JsonNode data) {
        return Nodes.number(data, "type");
    }

    private static Optional<MessageId> referenced(JsonNode data) {
        return Nodes.child(data, "message_reference").flatMap(to -> Nodes.id(to, "message_id", MessageId::of));
    }

    private static Optional<UserId> referencedAuthor(JsonNode data) {
        return Nodes.child(data, "referenced_message")
                .flatMap(to -> Nodes.child(to, "author"))
                .flatMap(author -> Nodes.id(author, "id", UserId::of));
    }

    private static List<UserId> users(JsonNode array) {
        var users = new ArrayList<UserId>(array.size());
        for (int i = 0; i < array.size(); i++) {
            users.add(Nodes.requiredId(array.get(i), "id", UserId::of));
        }
        return users;
    }

    private static List<Attachment> attachments(JsonNode data) {
        var array = data.get("attachments");
        if (array == null || array.isEmpty()) {
            return List.of();
        }
        var attachments = new ArrayList<Attachment>(array.size());
        for (var attachment : array) {
            attachments.add(new Attachment(
                    attachment.path("id").asText(),
                    attachment.path("filename").asText(),
                    attachment.path("size").asLong(),
                    attachment.path("url").asText(),
                    Nodes.text(attachment, "content_type")));
        }
        return attachments;
    }
}
