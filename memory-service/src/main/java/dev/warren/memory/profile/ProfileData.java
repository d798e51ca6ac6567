package dev.warren.memory.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warren.memory.privacy.PersonalData;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** A member's profile, for the member. */
@ApplicationScoped
class ProfileData implements PersonalData {
    private final Profiles profiles;

    ProfileData(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public String kept() {
        return "What you told in your profile, until you clear it";
    }

    @Override
    public Uni<Long> count(Mutiny.StatelessSession tx, UserId user) {
        return profiles.find(tx, user).map(profile -> (long) profile.values().size());
    }

    @Override
    public Uni<JsonNode> export(Mutiny.StatelessSession tx, UserId user) {
        return profiles.find(tx, user).map(profile -> {
            var node = JsonNodeFactory.instance.objectNode();
            for (var field : Field.values()) {
                profile.value(field).ifPresent(value -> node.put(field.id(), value));
            }
            return node;
        });
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession tx, UserId user) {
        return profiles.save(tx, Profile.empty(user));
    }
}
