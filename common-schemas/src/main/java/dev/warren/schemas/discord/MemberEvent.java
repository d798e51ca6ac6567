package dev.warren.schemas.discord;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Optional;

/** Who joined, left or changed: topic {@code discord.members}. */
public sealed interface MemberEvent {
    @WireType("dev.warren.discord.member-joined.v1")
    record MemberJoined(GuildId guild, Member member, Optional<Instant> joinedAt) implements MemberEvent {}

    @WireType("dev.warren.discord.member-left.v1")
    record MemberLeft(GuildId guild, UserId user, String name) implements MemberEvent {}

    /** Roles, nickname, avatar or timeout changed. */
    @WireType("dev.warren.discord.member-updated.v1")
    record MemberUpdated(GuildId guild, Member member, Optional<Instant> timedOutUntil, boolean pending)
            implements MemberEvent {}

    /** A type of the future. */
    record Unknown(String type) implements MemberEvent, UnknownType {}
}
