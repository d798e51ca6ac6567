package dev.warren.leveling.level;

import dev.warren.leveling.experience.RulesHistory;
import dev.warren.leveling.rounds.Sql;
import dev.warren.leveling.rules.Curve;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Asks everybody's level anew when a guild chose another curve: what was told stays told, and what is now reached is told. */
@ApplicationScoped
class CurveChanges {
    private static final String HELD = "SELECT guild_id, square, linear, constant FROM guild_curve";

    private static final String STORE = """
            INSERT INTO guild_curve (guild_id, square, linear, constant) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (guild_id) DO UPDATE
            SET square = excluded.square, linear = excluded.linear, constant = excluded.constant""";

    private static final String ANEW = "UPDATE member_progress SET next_at = 0 WHERE guild_id = ?1 AND xp > 0";

    private final Mutiny.SessionFactory sessions;
    private final RulesHistory rules;
    private final Map<GuildId, Curve> applied = new HashMap<>();
    private boolean read;

    CurveChanges(Mutiny.SessionFactory sessions, RulesHistory rules) {
        this.sessions = sessions;
        this.rules = rules;
    }

    /** One round after another calls this, never two at once. */
    Uni<Void> apply(Instant now) {
        return read().chain(() -> {
            var changed = new HashMap<GuildId, Curve>();
            for (var guild : rules.guilds()) {
                var curve = rules.at(guild, now).curve();
                if (!curve.equals(applied.getOrDefault(guild, Curve.MEE6))) {
                    changed.put(guild, curve);
                }
            }
            return Multi.createFrom()
                    .iterable(changed.entrySet())
                    .onItem()
                    .transformToUniAndConcatenate(one -> apply(one.getKey(), one.getValue()))
                    .collect()
                    .last()
                    .replaceWithVoid();
        });
    }

    private Uni<Void> read() {
        return read
                ? Uni.createFrom().voidItem()
                : sessions.withStatelessTransaction(tx -> Sql.rows(tx, HELD))
                        .invoke(rows -> {
                            rows.forEach(row -> applied.put(
                                    new GuildId(Sql.number(row, 0)),
                                    new Curve(Sql.number(row, 1), Sql.number(row, 2), Sql.number(row, 3))));
                            read = true;
                        })
                        .replaceWithVoid();
    }

    private Uni<Void> apply(GuildId guild, Curve curve) {
        return sessions.withStatelessTransaction(
                        tx -> Sql.execute(tx, STORE, guild.value(), curve.square(), curve.linear(), curve.constant())
                                .chain(() -> Sql.execute(tx, ANEW, guild.value())))
                .invoke(() -> applied.put(guild, curve))
                .replaceWithVoid();
    }
}
