package dev.warren.leveling.experience;

import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** What a recount reads and writes besides messages and their awards. */
@ApplicationScoped
class RecountRows {
    private static final String MEMBERS = """
            SELECT user_id, name, earned FROM member_progress WHERE guild_id = $1 AND user_id > $2 ORDER BY user_id LIMIT $3""";
    private static final String LOCK = MEMBERS + " FOR UPDATE";

    private static final String VOICE = """
            SELECT user_id, minute::bigint AS what, channel AS part, xp FROM voice_award
            WHERE guild_id = $1 AND user_id = ANY($2) AND minute < $3 ORDER BY user_id, minute""";
    private static final String COINS = """
            SELECT user_id, transaction AS what, coins AS part, xp FROM coin_award
            WHERE guild_id = $1 AND user_id = ANY($2) AND at < $3 ORDER BY user_id, transaction""";

    private static final String SET_VOICE = """
            UPDATE voice_award AS held SET xp = news.xp, rules = $5
            FROM unnest($2::bigint[], $3::bigint[], $4::integer[]) AS news (user_id, what, xp)
            WHERE held.guild_id = $1 AND held.user_id = news.user_id AND held.minute = news.what""";
    private static final String SET_COINS = """
            UPDATE coin_award AS held SET xp = news.xp, rules = $5
            FROM unnest($2::bigint[], $3::bigint[], $4::integer[]) AS news (user_id, what, xp)
            WHERE held.guild_id = $1 AND held.user_id = news.user_id AND held.transaction = news.what""";

    /** A member with what they earned until now. */
    record Earner(long member, String name, long earned) {}

    /**
     * Something else that earned XP.
     *
     * @param what the minute, or the transaction
     * @param part the channel, or the coins
     */
    record Other(long member, long what, long part, int xp) {
        Other with(int changed) {
            return new Other(member, what, part, changed);
        }
    }

    Uni<List<Earner>> members(SqlClient tx, GuildId guild, long after, int most, boolean lock) {
        return tx.preparedQuery(lock ? LOCK : MEMBERS)
                .execute(Tuple.of(guild.value(), after, most))
                .map(rows -> {
                    var members = new ArrayList<Earner>();
                    rows.forEach(row -> members.add(
                            new Earner(row.getLong("user_id"), row.getString("name"), row.getLong("earned"))));
                    return members;
                });
    }

    Uni<List<Other>> voice(SqlClient tx, GuildId guild, Long[] members, Instant before) {
        return others(
                tx, VOICE, Tuple.of(guild.value(), members, Minute.of(before).sinceEpoch()));
    }

    Uni<List<Other>> coins(SqlClient tx, GuildId guild, Long[] members, Instant before) {
        return others(tx, COINS, Tuple.of(guild.value(), members, before.toEpochMilli()));
    }

    private static Uni<List<Other>> others(SqlClient tx, String sql, Tuple parameters) {
        return tx.preparedQuery(sql).execute(parameters).map(rows -> {
            var others = new ArrayList<Other>();
            rows.forEach(row -> others.add(
                    new Other(row.getLong("user_id"), row.getLong("what"), row.getLong("part"), row.getInteger("xp"))));
            return others;
        });
    }

    Uni<Void> set(SqlConnection tx, GuildId guild, List<Other> voice, List<Other> coins, long version) {
        return set(tx, SET_VOICE, guild, voice, version).chain(() -> set(tx, SET_COINS, guild, coins, version));
    }

    private static Uni<Void> set(SqlConnection tx, String sql, GuildId guild, List<Other> changed, long version) {
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(sql)
                        .execute(Tuple.of(
                                guild.value(),
                                column(changed, Other::member, Long[]::new),
                                column(changed, Other::what, Long[]::new),
                                column(changed, Other::xp, Integer[]::new),
                                version))
                        .replaceWithVoid();
    }

    private static <C> C[] column(List<Other> rows, Function<Other, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
