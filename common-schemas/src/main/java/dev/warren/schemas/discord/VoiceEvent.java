package dev.warren.schemas.discord;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Optional;

/** Voice states: topic {@code discord.voice}. */
public sealed interface VoiceEvent {
    /**
     * Somebody joined, moved, left, or was muted or deafened.
     *
     * @param channel none when they left
     * @param at when the gateway heard of it
     */
    @WireType("dev.warren.discord.voice-state-changed.v1")
    record VoiceStateChanged(
            GuildId guild,
            UserId user,
            boolean bot,
            Optional<ChannelId> channel,
            boolean muted,
            boolean deafened,
            boolean selfMuted,
            boolean selfDeafened,
            boolean suppressed,
            Instant at)
            implements VoiceEvent {}

    /** A type of the future. */
    record Unknown(String type) implements VoiceEvent, UnknownType {}
}
