package dev.warren.gateway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.util.List;
import java.util.Optional;

/** Users and members as Discord sends them. */
public final class Members {
    private Members() {}

    /** A user outside any guild. */
    public static Member user(JsonNode user) {
        return new Member(
                Nodes.requiredId(user, "id", UserId::of),
                name(user),
                Nodes.text(user, "global_name").orElseGet(() -> name(user)),
                Nodes.flag(user, "bot"),
                Nodes.text(user, "avatar"),
                List.of(),
                Optional.empty());
    }

    /**
     * A member of a guild.
     *
     * @param user the user object, which Discord puts beside or into the member
     * @param permissions where they are known better than by the member's own field
     */
    public static Member member(JsonNode user, JsonNode member, Optional<Permissions> permissions) {
        var nick = member.get("nick");
        var globalName = user.get("global_name");
        return new Member(
                Nodes.requiredId(user, "id", UserId::of),
                name(user),
                present(nick) ? nick.asText() : present(globalName) ? globalName.asText() : name(user),
                Nodes.flag(user, "bot"),
                Nodes.text(member, "avatar").or(() -> Nodes.text(user, "avatar")),
                Nodes.ids(member, "roles", RoleId::of),
                permissions.or(() -> Nodes.text(member, "permissions").map(Permissions::parse)));
    }

    /** A member object that holds its user. */
    public static Member member(JsonNode member) {
        return member(member.path("user"), member, Optional.empty());
    }

    private static boolean present(JsonNode node) {
        return node != null && !node.isNull();
    }

    private static String name(JsonNode user) {
        var name = user.get("username");
        return name == null ? "" : name.asText();
    }
}
