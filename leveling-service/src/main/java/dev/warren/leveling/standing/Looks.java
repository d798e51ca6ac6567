package dev.warren.leveling.standing;

import dev.warren.schemas.discord.Member;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps how members want to be shown; also of those who have no XP yet. */
@ApplicationScoped
public class Looks {
    private static final String CHOOSE = """
            INSERT INTO member_progress (guild_id, user_id, earned, seen_message, seen_live, name, avatar, %1$s)
            VALUES (?1, ?2, 0, 0, false, ?3, ?4, ?5)
            ON CONFLICT (guild_id, user_id) DO UPDATE SET %1$s = excluded.%1$s""";

    /** Hides a member from lists, or shows them again. */
    public Uni<Void> hide(Mutiny.StatelessSession tx, GuildId guild, Member member, boolean hidden) {
        return choose(tx, guild, member, "hidden", hidden);
    }

    /** Sets the theme of a member's card. */
    public Uni<Void> theme(Mutiny.StatelessSession tx, GuildId guild, Member member, String theme) {
        return choose(tx, guild, member, "theme", theme);
    }

    private static Uni<Void> choose(
            Mutiny.StatelessSession tx, GuildId guild, Member member, String column, Object value) {
        return tx.createNativeQuery(CHOOSE.formatted(column))
                .setParameter(1, guild.value())
                .setParameter(2, member.id().value())
                .setParameter(3, member.displayName())
                .setParameter(4, member.avatar().orElse(""))
                .setParameter(5, value)
                .executeUpdate()
                .replaceWithVoid();
    }
}
