package dev.warren.leveling.information;

import dev.warren.leveling.cdn.CdnConfig;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.Member;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Addresses of pictures at the CDN, for embeds. */
@ApplicationScoped
class Pictures {
    private static final int DEFAULTS = 6;

    private final CdnConfig cdn;

    Pictures(CdnConfig cdn) {
        this.cdn = cdn;
    }

    /** A member's avatar; Discord's own for one who has none. Moving ones move. */
    String avatar(Member member, int size) {
        return member.avatar()
                .map(hash -> "%s/avatars/%s/%s.%s?size=%d"
                        .formatted(cdn.url(), member.id(), hash, hash.startsWith("a_") ? "gif" : "png", size))
                .orElseGet(() -> "%s/embed/avatars/%d.png"
                        .formatted(cdn.url(), (member.id().value() >> 22) % DEFAULTS));
    }

    Optional<String> icon(GuildKnown guild) {
        return guild.icon().map(hash -> "%s/icons/%s/%s.png?size=256".formatted(cdn.url(), guild.guild(), hash));
    }
}
