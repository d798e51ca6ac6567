package dev.warren.memory.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Versions in PostgreSQL. */
@ApplicationScoped
class PostgresSettingsVersions implements SettingsVersions {
    private static final TypeReference<Map<String, Optional<String>>> CHANGED = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> HELD = new TypeReference<>() {};

    private static final String DELETE = """
            DELETE FROM settings_version WHERE (guild, version) IN (
                SELECT guild, version FROM settings_version WHERE guild = ?1 AND version < ?2 ORDER BY version LIMIT ?3)""";

    private final ObjectMapper json = WireJson.mapper();

    @Override
    public Uni<Optional<SettingsVersion>> newest(Mutiny.StatelessSession tx, GuildId guild) {
        return latest(tx, guild, 1).map(versions -> versions.stream().findFirst());
    }

    @Override
    public Uni<List<SettingsVersion>> latest(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return tx.createSelectionQuery(
                        "from SettingsVersionRow where key.guild = :guild order by key.version desc",
                        SettingsVersionRow.class)
                .setParameter("guild", guild.value())
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(this::version).toList());
    }

    @Override
    public Uni<Void> append(Mutiny.StatelessSession tx, SettingsVersion version) {
        return tx.insert(new SettingsVersionRow(
                new SettingsVersionRow.Key(version.guild().value(), version.number()),
                version.effectiveFrom(),
                version.changedBy().value(),
                write(version.changed()),
                write(version.values())));
    }

    @Override
    public Uni<Integer> deleteBefore(Mutiny.StatelessSession tx, GuildId guild, long number, int most) {
        return tx.createNativeQuery(DELETE)
                .setParameter(1, guild.value())
                .setParameter(2, number)
                .setParameter(3, most)
                .executeUpdate();
    }

    private SettingsVersion version(SettingsVersionRow row) {
        return new SettingsVersion(
                new GuildId(row.key.guild),
                row.key.version,
                row.effectiveFrom,
                new UserId(row.changedBy),
                read(row.changed, CHANGED),
                read(row.held, HELD));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings cannot be written", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings cannot be read", e);
        }
    }
}
