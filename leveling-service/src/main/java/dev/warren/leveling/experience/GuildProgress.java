package dev.warren.leveling.experience;

import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a guild's members earned. Members go one after another with all their awards, so what stays still adds up. */
@ApplicationScoped
class GuildProgress implements GuildData {
    private static final String DELETE = """
            WITH going AS MATERIALIZED (
                SELECT guild_id, user_id FROM member_progress WHERE guild_id = ?1 ORDER BY user_id LIMIT ?2 FOR UPDATE
            ), awards AS (
                DELETE FROM minute_award USING going
                WHERE minute_award.guild_id = going.guild_id AND minute_award.user_id = going.user_id
            ), features AS (
                DELETE FROM message_feature USING going
                WHERE message_feature.guild_id = going.guild_id AND message_feature.user_id = going.user_id
            ), voices AS (
                DELETE FROM voice_award USING going
                WHERE voice_award.guild_id = going.guild_id AND voice_award.user_id = going.user_id
            ), coins AS (
                DELETE FROM coin_award USING going
                WHERE coin_award.guild_id = going.guild_id AND coin_award.user_id = going.user_id
            ), states AS (
                DELETE FROM voice_state USING going
                WHERE voice_state.guild_id = going.guild_id AND voice_state.user_id = going.user_id
            ), comparisons AS (
                DELETE FROM reward_comparison WHERE guild_id = ?1
            ), adjustments AS (
                DELETE FROM adjustment_log USING going
                WHERE adjustment_log.guild_id = going.guild_id AND adjustment_log.user_id = going.user_id
            ), recounts AS (
                DELETE FROM xp_recount WHERE guild_id = ?1
            ), curves AS (
                DELETE FROM guild_curve WHERE guild_id = ?1
            )
            DELETE FROM member_progress USING going
            WHERE member_progress.guild_id = going.guild_id AND member_progress.user_id = going.user_id""";

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return tx.createNativeQuery(DELETE)
                .setParameter(1, guild.value())
                .setParameter(2, most)
                .executeUpdate();
    }
}
