package dev.warren.memory.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.memory.keys.MemberKey;
import dev.warren.memory.keys.MemberKeys;
import dev.warren.memory.undo.Deed;
import dev.warren.memory.undo.Undoable;
import dev.warren.runtime.commands.Call;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes back what was changed in a profile; what it said is sealed with its member's key. What was cleared is not among it. */
@ApplicationScoped
class ProfileUndo implements Undoable {
    static final String KIND = "profile";
    /** What the seal is bound to, beside the member. */
    private static final String ROW = "profile-deed";

    private static final String SEALED = "sealed";
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final Profiles profiles;
    private final MemberKeys keys;
    private final ObjectMapper mapper = WireJson.mapper();

    ProfileUndo(Profiles profiles, MemberKeys keys) {
        this.profiles = profiles;
        this.keys = keys;
    }

    Uni<Deed> deed(Mutiny.StatelessSession tx, GuildId guild, Profile before, Profile after) {
        var member = after.member();
        return keys.of(tx, member)
                .map(key -> new Deed(
                        guild, member, member, KIND, KIND, "your profile", seal(key, before), seal(key, after)));
    }

    /** Nothing for an empty one. */
    private Map<String, String> seal(MemberKey key, Profile profile) {
        if (profile.isEmpty()) {
            return Map.of();
        }
        try {
            var values = new TreeMap<String, String>();
            profile.values().forEach((field, value) -> values.put(field.id(), value));
            var bytes = key.sealText(ROW, mapper.writeValueAsString(values));
            return Map.of(SEALED, Base64.getEncoder().encodeToString(bytes));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a profile cannot be written", e);
        }
    }

    private Profile open(MemberKey key, Deed deed, Map<String, String> state) {
        var values = new EnumMap<Field, String>(Field.class);
        Optional.ofNullable(state.get(SEALED)).ifPresent(text -> {
            try {
                mapper.readValue(key.openText(ROW, Base64.getDecoder().decode(text)), VALUES)
                        .forEach((id, value) -> Field.of(id).ifPresent(field -> values.put(field, value)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a profile cannot be read", e);
            }
        });
        return new Profile(deed.member(), values);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Put> put(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            Deed deed,
            Map<String, String> expected,
            Map<String, String> wanted) {
        return keys.of(tx, deed.member())
                .chain(key -> profiles.find(tx, deed.member()).chain(now -> {
                    if (!now.equals(open(key, deed, expected))) {
                        return Uni.createFrom().item(new Put.Changed());
                    }
                    var then = open(key, deed, wanted);
                    return profiles.save(tx, then).replaceWith(Undoable.done(ProfileChanges.told(call, now, then)));
                }));
    }
}
