package dev.warren.memory.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.memory.keys.MemberKeys;
import dev.warren.memory.keys.PlainRows;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** Profiles in PostgreSQL, each sealed with its member's key. */
@ApplicationScoped
class PostgresProfiles implements Profiles {
    /** What the seal is bound to, beside the member. */
    private static final String ROW = "profile";

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final MemberKeys keys;
    private final ObjectMapper mapper = WireJson.mapper();

    PostgresProfiles(MemberKeys keys) {
        this.keys = keys;
    }

    @Override
    public Uni<Profile> find(Mutiny.StatelessSession tx, UserId member) {
        return tx.get(ProfileRow.class, member.value()).chain(row -> {
            if (row == null) {
                return Uni.createFrom().item(Profile.empty(member));
            }
            var plain = row.profile();
            // an older build that still runs writes plain text, and what it wrote is the newest
            return plain.isEmpty() && row.sealed().isPresent()
                    ? open(tx, member, row.sealed().get())
                    : Uni.createFrom().item(plain);
        });
    }

    private Uni<Profile> open(Mutiny.StatelessSession tx, UserId member, byte[] sealed) {
        return keys.find(tx, member)
                .map(found -> found.map(key -> read(member, key.openText(ROW, sealed)))
                        .orElseGet(() -> Profile.empty(member)));
    }

    private Profile read(UserId member, String json) {
        try {
            var values = new EnumMap<Field, String>(Field.class);
            mapper.readValue(json, VALUES)
                    .forEach((id, value) -> Field.of(id).ifPresent(field -> values.put(field, value)));
            return new Profile(member, values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a profile cannot be read", e);
        }
    }

    @Override
    public Uni<Void> save(Mutiny.StatelessSession tx, Profile profile) {
        if (profile.isEmpty()) {
            return tx.createMutationQuery("delete from ProfileRow where member = :member")
                    .setParameter("member", profile.member().value())
                    .executeUpdate()
                    .replaceWithVoid();
        }
        return keys.of(tx, profile.member())
                .chain(key -> tx.upsert(ProfileRow.of(profile, key.sealText(ROW, write(profile)))));
    }

    private String write(Profile profile) {
        try {
            var values = new TreeMap<String, String>();
            for (var field : Field.values()) {
                profile.value(field).ifPresent(value -> values.put(field.id(), value));
            }
            return mapper.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a profile cannot be written", e);
        }
    }

    /** Those of older builds. */
    @ApplicationScoped
    static class Plain implements PlainRows {
        @Override
        public String find() {
            return """
                    SELECT member AS id, member, (
                        SELECT coalesce(jsonb_object_agg(field, value), '{}')::text
                        FROM (VALUES ('name', name), ('bio', bio), ('genre', genre), ('influences', influences), ('x', x),
                            ('youtube', youtube), ('twitch', twitch), ('timezone', timezone), ('language', language))
                            AS told (field, value)
                        WHERE value <> '') AS content
                    FROM profile
                    WHERE name || bio || genre || influences || x || youtube || twitch || timezone || language <> ''
                    ORDER BY member LIMIT $1 FOR UPDATE SKIP LOCKED""";
        }

        @Override
        public String row(long id) {
            return ROW;
        }

        @Override
        public String seal() {
            return """
                    UPDATE profile SET sealed = n.sealed, name = '', bio = '', genre = '', influences = '', x = '', youtube = '',
                        twitch = '', timezone = '', language = ''
                    FROM unnest($1::bigint[], $2::bytea[]) AS n (member, sealed) WHERE profile.member = n.member""";
        }
    }
}
