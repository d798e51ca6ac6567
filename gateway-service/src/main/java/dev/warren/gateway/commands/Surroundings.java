package dev.warren.gateway.commands;

import dev.warren.schemas.discord.Member;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.util.Map;
import java.util.Optional;

/**
 * What Discord sent along with a command, by which ids in its arguments are understood.
 *
 * @param guild none in direct messages
 * @param members mentioned or resolved
 * @param attachments addresses of files by their ids
 */
record Surroundings(Optional<GuildId> guild, Map<UserId, Member> members, Map<String, String> attachments) {
    Surroundings {
        members = Map.copyOf(members);
        attachments = Map.copyOf(attachments);
    }

    /** Whether this is the id of somebody whom Discord sent along. */
    boolean isMember(String id) {
        return members.keySet().stream().anyMatch(user -> user.toString().equals(id));
    }

    Optional<Member> member(UserId user) {
        return Optional.ofNullable(members.get(user));
    }
}
