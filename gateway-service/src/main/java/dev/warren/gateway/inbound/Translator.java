package dev.warren.gateway.inbound;

import dev.warren.gateway.operations.ServedGuilds;
import dev.warren.gateway.wire.Nodes;
import dev.warren.schemas.ids.GuildId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Finds the translation for each type of dispatch. What no topic wants is passed over. */
@ApplicationScoped
class Translator {
    /** What tells how guilds are; it is known of guilds that are not served, too, so that the bot can be told to leave them. */
    private static final Set<String> STATE = Set.of(
            "READY",
            "GUILD_CREATE",
            "GUILD_UPDATE",
            "GUILD_DELETE",
            "GUILD_MEMBER_UPDATE",
            "GUILD_ROLE_CREATE",
            "GUILD_ROLE_UPDATE",
            "GUILD_ROLE_DELETE",
            "CHANNEL_CREATE",
            "CHANNEL_UPDATE",
            "CHANNEL_DELETE",
            "THREAD_CREATE",
            "THREAD_UPDATE",
            "THREAD_DELETE",
            "THREAD_LIST_SYNC");

    private final MessageEvents messages;
    private final LinkEmbeds embeds;
    private final MemberEvents members;
    private final ReactionEvents reactions;
    private final VoiceEvents voice;
    private final GuildEvents guilds;
    private final InteractionEvents interactions;
    private final ServedGuilds served;

    Translator(
            MessageEvents messages,
            LinkEmbeds embeds,
            MemberEvents members,
            ReactionEvents reactions,
            VoiceEvents voice,
            GuildEvents guilds,
            InteractionEvents interactions,
            ServedGuilds served) {
        this.messages = messages;
        this.embeds = embeds;
        this.members = members;
        this.reactions = reactions;
        this.voice = voice;
        this.guilds = guilds;
        this.interactions = interactions;
        this.served = served;
    }

    /** @throws RuntimeException when Discord sent something that cannot be understood */
    void translate(Arrival arrival) {
        if (STATE.contains(arrival.type())) {
            guilds.changed(arrival);
        }
        if (served.only().isEmpty() || served.serves(guild(arrival))) {
            served(arrival);
        } else if (arrival.type().equals("INTERACTION_CREATE")) {
            // who uses a command is told that the guild is not served
            interactions.created(arrival);
        }
    }

    private void served(Arrival arrival) {
        switch (arrival.type()) {
            case "MESSAGE_CREATE" -> {
                messages.created(arrival);
                embeds.follow(arrival);
            }
            case "MESSAGE_UPDATE" -> {
                messages.updated(arrival);
                embeds.follow(arrival);
            }
            case "MESSAGE_DELETE" -> messages.deleted(arrival);
            case "MESSAGE_DELETE_BULK" -> messages.deletedInBulk(arrival);
            case "INTERACTION_CREATE" -> interactions.created(arrival);
            case "GUILD_MEMBER_ADD" -> members.joined(arrival);
            case "GUILD_MEMBER_REMOVE" -> members.left(arrival);
            case "GUILD_MEMBER_UPDATE" -> members.updated(arrival);
            case "MESSAGE_REACTION_ADD" -> reactions.added(arrival);
            case "MESSAGE_REACTION_REMOVE" -> reactions.removed(arrival);
            case "MESSAGE_REACTION_REMOVE_ALL", "MESSAGE_REACTION_REMOVE_EMOJI" -> reactions.cleared(arrival);
            case "VOICE_STATE_UPDATE" -> voice.changed(arrival);
            case "GUILD_CREATE" -> voice.standing(arrival);
            case "GUILD_DELETE" -> voice.left(arrival);
            default -> {
                // presence, typing, integrations, and what Discord adds: no topic wants it
            }
        }
    }

    private static Optional<GuildId> guild(Arrival arrival) {
        boolean itself = Set.of("GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE").contains(arrival.type());
        return Nodes.id(arrival.data(), itself ? "id" : "guild_id", GuildId::of);
    }
}
