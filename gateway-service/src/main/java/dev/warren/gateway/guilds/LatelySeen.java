package dev.warren.gateway.guilds;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.warren.gateway.GatewayConfig;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/** Members who lately wrote, joined or changed, at most so many: a name in a prefix command is nearly always one of them. */
@ApplicationScoped
public class LatelySeen {
    private final Cache<Key, Member> members;

    private record Key(GuildId guild, UserId user) {}

    LatelySeen(GatewayConfig config) {
        this.members = Caffeine.newBuilder()
                .maximumSize(config.inbound().members())
                .executor(Runnable::run)
                .build();
    }

    /** Notes somebody as they are now. */
    public void saw(GuildId guild, Member member) {
        var key = new Key(guild, member.id());
        var before = members.getIfPresent(key);
        // Reading is much cheaper than writing, and most members are as they were.
        if (before == null || !same(before, member)) {
            members.put(key, withoutPermissions(member));
        }
    }

    private static boolean same(Member one, Member other) {
        return one.roles().equals(other.roles())
                && one.displayName().equals(other.displayName())
                && one.name().equals(other.name())
                && one.avatar().equals(other.avatar());
    }

    /** Permissions are those in one channel. */
    private static Member withoutPermissions(Member member) {
        return new Member(
                member.id(),
                member.name(),
                member.displayName(),
                member.bot(),
                member.avatar(),
                member.roles(),
                Optional.empty());
    }

    public void left(GuildId guild, UserId user) {
        members.invalidate(new Key(guild, user));
    }

    public Optional<Member> find(GuildId guild, UserId user) {
        return Optional.ofNullable(members.getIfPresent(new Key(guild, user)));
    }

    /** Somebody whose user name, or else whose shown name, is this, whatever the case of its letters. */
    public Optional<Member> find(GuildId guild, String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        Optional<Member> shown = Optional.empty();
        for (var entry : members.asMap().entrySet()) {
            if (entry.getKey().guild().equals(guild)) {
                if (entry.getValue().name().toLowerCase(Locale.ROOT).equals(wanted)) {
                    return Optional.of(entry.getValue());
                }
                if (entry.getValue().displayName().toLowerCase(Locale.ROOT).equals(wanted)) {
                    shown = Optional.of(entry.getValue());
                }
            }
        }
        return shown;
    }
}
