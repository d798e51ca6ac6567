package dev.warren.schemas.discord;

import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Somebody as Discord described them with the event: facts a decision needs, since another projection may lag.
 *
 * @param name the user name, unique at Discord
 * @param displayName how the guild sees them: nickname, else global name, else user name
 * @param bot whether it is a bot or a webhook
 * @param avatar the hash of the avatar, for the CDN
 * @param roles empty in direct messages
 * @param permissions in the channel of the event, where Discord or the gateway knows them
 */
public record Member(
        UserId id,
        String name,
        String displayName,
        boolean bot,
        Optional<String> avatar,
        List<RoleId> roles,
        Optional<Permissions> permissions) {
    public Member {
        roles = List.copyOf(roles);
    }
}
