package dev.warren.ai.personas;

import dev.warren.ai.asking.Style;
import dev.warren.ai.asking.Style.Styles;
import dev.warren.ai.members.MemberData;
import dev.warren.ai.store.Sql;
import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/** Personas and manners in PostgreSQL; those that come with the service stand in its own file. */
@ApplicationScoped
class PostgresPersonas implements Personas, Styles, GuildData, MemberData {
    /** The guild of direct messages, and the member who stands for the whole guild. */
    private static final long NONE = 0;

    private static final String OWN = """
            SELECT id, name, emoji, greeting, loading_line, instructions FROM guild_persona WHERE guild_id = ?1 ORDER BY id""";
    private static final String OWN_ONE = """
            SELECT id, name, emoji, greeting, loading_line, instructions FROM guild_persona WHERE guild_id = ?1 AND id = ?2""";
    private static final String CHOSEN = """
            SELECT persona_id, user_id FROM persona_choice WHERE guild_id = ?1 AND user_id IN (0, ?2) ORDER BY user_id DESC""";
    private static final String CHOOSE = """
            INSERT INTO persona_choice (guild_id, user_id, persona_id) VALUES (?1, ?2, ?3)
            ON CONFLICT (guild_id, user_id) DO UPDATE SET persona_id = excluded.persona_id""";
    private static final String FORGET_CHOICE = "DELETE FROM persona_choice WHERE guild_id = ?1 AND user_id = ?2";
    private static final String SAVE = """
            INSERT INTO guild_persona (guild_id, id, name, emoji, greeting, loading_line, instructions, made_by)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            ON CONFLICT (guild_id, id) DO UPDATE SET name = excluded.name, emoji = excluded.emoji, greeting = excluded.greeting,
                loading_line = excluded.loading_line, instructions = excluded.instructions""";
    private static final String REMOVE = "DELETE FROM guild_persona WHERE guild_id = ?1 AND id = ?2";
    private static final String UNCHOOSE = "DELETE FROM persona_choice WHERE guild_id = ?1 AND persona_id = ?2";
    private static final String MANNER =
            "SELECT creativity, mode FROM member_manner WHERE guild_id = ?1 AND user_id = ?2";
    private static final String SAVE_MANNER = """
            INSERT INTO member_manner (guild_id, user_id, creativity, mode) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (guild_id, user_id) DO UPDATE SET creativity = excluded.creativity, mode = excluded.mode""";
    private static final String SERIALISE =
            "SELECT 1, 1 FROM (SELECT pg_advisory_xact_lock(hashtext('guild_persona'), hashtext(?1))) AS locked";
    private static final long EVERYWHERE = -1;
    private static final String ERASE_CHOICE =
            "DELETE FROM persona_choice WHERE user_id = ?1 AND (guild_id = ?2 OR ?2 = -1)";
    private static final String ERASE_MANNER =
            "DELETE FROM member_manner WHERE user_id = ?1 AND (guild_id = ?2 OR ?2 = -1)";
    private static final String ERASE_MAKER =
            "UPDATE guild_persona SET made_by = 0 WHERE made_by = ?1 AND (guild_id = ?2 OR ?2 = -1)";
    private static final List<String> TABLES = List.of("guild_persona", "persona_choice", "member_manner");

    private final Pool pool;

    PostgresPersonas(Pool pool) {
        this.pool = pool;
    }

    /** Through the pool, since whoever answers is on a thread of its own, where there are no sessions. */
    @Override
    public Uni<Persona> of(Optional<GuildId> guild, UserId user) {
        return pool.preparedQuery(plain(CHOSEN))
                .execute(Tuple.of(number(guild), user.value()))
                .chain(rows ->
                        chosen(guild, stream(rows).map(row -> row.getString(0)).toList()));
    }

    private Uni<Persona> chosen(Optional<GuildId> guild, List<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(BuiltIn.usual());
        }
        var builtIn = BuiltIn.find(ids.getFirst());
        return builtIn.isPresent()
                ? Uni.createFrom().item(builtIn.get())
                : pool.preparedQuery(plain(OWN_ONE))
                        .execute(Tuple.of(number(guild), ids.getFirst()))
                        .chain(rows -> stream(rows)
                                .findFirst()
                                .map(row -> Uni.createFrom().item(persona(row)))
                                .orElseGet(() -> chosen(guild, ids.subList(1, ids.size()))));
    }

    private static Persona persona(Row row) {
        return new Persona(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    /** With the parameters of the pool's statements. */
    private static String plain(String sql) {
        return sql.replace('?', '$');
    }

    /** The member's own choice, else the guild's, else the usual one; what was removed since counts as not chosen. */
    Uni<Persona> of(Mutiny.StatelessSession tx, Optional<GuildId> guild, UserId user) {
        return Sql.rows(tx, CHOSEN, number(guild), user.value())
                .chain(rows -> first(
                        tx, guild, rows.stream().map(row -> (String) row[0]).toList()));
    }

    private Uni<Persona> first(Mutiny.StatelessSession tx, Optional<GuildId> guild, List<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(BuiltIn.usual())
                : find(tx, guild, ids.getFirst())
                        .chain(found -> found.map(Uni.createFrom()::item)
                                .orElseGet(() -> first(tx, guild, ids.subList(1, ids.size()))));
    }

    Uni<Optional<Persona>> find(Mutiny.StatelessSession tx, Optional<GuildId> guild, String id) {
        var builtIn = BuiltIn.find(id);
        return builtIn.isPresent()
                ? Uni.createFrom().item(builtIn)
                : Sql.rows(tx, OWN_ONE, number(guild), id)
                        .map(rows -> rows.stream().findFirst().map(PostgresPersonas::persona));
    }

    /** A guild's own ones, by id. */
    Uni<List<Persona>> own(Mutiny.StatelessSession tx, Optional<GuildId> guild) {
        return Sql.rows(tx, OWN, number(guild))
                .map(rows -> rows.stream().map(PostgresPersonas::persona).toList());
    }

    /** All that may be chosen there, for completion. */
    Uni<List<Persona>> all(Optional<GuildId> guild) {
        return pool.preparedQuery(plain(OWN))
                .execute(Tuple.of(number(guild)))
                .map(rows -> Stream.concat(BuiltIn.all().stream(), stream(rows).map(row -> persona(row)))
                        .toList());
    }

    /** Who makes personas of one guild does so one after another from here on: their number is bounded. */
    Uni<Void> serialise(Mutiny.StatelessSession tx, GuildId guild) {
        return Sql.rows(tx, SERIALISE, guild.toString()).replaceWithVoid();
    }

    Uni<Void> save(Mutiny.StatelessSession tx, GuildId guild, Persona persona, UserId by) {
        return Sql.execute(
                        tx,
                        SAVE,
                        guild.value(),
                        persona.id(),
                        persona.name(),
                        persona.emoji(),
                        persona.greeting(),
                        persona.loadingLine(),
                        persona.instructions(),
                        by.value())
                .replaceWithVoid();
    }

    /** Whether there was one. Whoever had chosen it is spoken to by the guild's, or the usual one. */
    Uni<Boolean> remove(Mutiny.StatelessSession tx, GuildId guild, String id) {
        return Sql.execute(tx, UNCHOOSE, guild.value(), id)
                .chain(() -> Sql.execute(tx, REMOVE, guild.value(), id))
                .map(removed -> removed > 0);
    }

    Uni<Void> choose(Mutiny.StatelessSession tx, Optional<GuildId> guild, Optional<UserId> user, String id) {
        return Sql.execute(tx, CHOOSE, number(guild), user.map(UserId::value).orElse(NONE), id)
                .replaceWithVoid();
    }

    /** From then on the guild's choice holds for the member. */
    Uni<Void> forgetChoice(Mutiny.StatelessSession tx, Optional<GuildId> guild, UserId user) {
        return Sql.execute(tx, FORGET_CHOICE, number(guild), user.value()).replaceWithVoid();
    }

    @Override
    public Uni<Style> style(Optional<GuildId> guild, UserId user) {
        return pool.preparedQuery(plain(MANNER))
                .execute(Tuple.of(number(guild), user.value()))
                .map(rows -> stream(rows)
                        .findFirst()
                        .map(row -> manner(row.getString(0), row.getString(1)))
                        .orElse(Manner.USUAL)
                        .style());
    }

    private static Manner manner(String creativity, String mode) {
        return new Manner(
                Manner.Creativity.of(creativity).orElse(Manner.USUAL.creativity()),
                Manner.Mode.of(mode).orElse(Manner.USUAL.mode()));
    }

    Uni<Manner> manner(Mutiny.StatelessSession tx, Optional<GuildId> guild, UserId user) {
        return Sql.rows(tx, MANNER, number(guild), user.value())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> manner((String) row[0], (String) row[1]))
                        .orElse(Manner.USUAL));
    }

    Uni<Void> save(Mutiny.StatelessSession tx, Optional<GuildId> guild, UserId user, Manner manner) {
        return Sql.execute(
                        tx,
                        SAVE_MANNER,
                        number(guild),
                        user.value(),
                        manner.creativity().id(),
                        manner.mode().id())
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return delete(tx, TABLES, guild, most);
    }

    /** Only user 0, who stands for a whole guild, is nobody. */
    @Override
    public Uni<Void> erase(Mutiny.StatelessSession tx, Optional<GuildId> guild, UserId member) {
        long place = guild.map(GuildId::value).orElse(EVERYWHERE);
        return Sql.execute(tx, ERASE_CHOICE, member.value(), place)
                .chain(() -> Sql.execute(tx, ERASE_MANNER, member.value(), place))
                .chain(() -> Sql.execute(tx, ERASE_MAKER, member.value(), place))
                .replaceWithVoid();
    }

    private static Uni<Integer> delete(Mutiny.StatelessSession tx, List<String> tables, GuildId guild, int most) {
        if (tables.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        var sql = "DELETE FROM %1$s WHERE ctid IN (SELECT ctid FROM %1$s WHERE guild_id = ?1 LIMIT ?2)"
                .formatted(tables.getFirst());
        return Sql.execute(tx, sql, guild.value(), most)
                .chain(gone -> gone > 0
                        ? Uni.createFrom().item(gone)
                        : delete(tx, tables.subList(1, tables.size()), guild, most));
    }

    private static long number(Optional<GuildId> guild) {
        return guild.map(GuildId::value).orElse(NONE);
    }

    private static Persona persona(Object[] row) {
        return new Persona(
                (String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5]);
    }
}
