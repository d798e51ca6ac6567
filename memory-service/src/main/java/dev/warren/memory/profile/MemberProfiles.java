package dev.warren.memory.profile;

import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** What members tell of themselves, for other rooms to read. */
@ApplicationScoped
public class MemberProfiles {
    private final Mutiny.SessionFactory sessions;
    private final Profiles profiles;

    MemberProfiles(Mutiny.SessionFactory sessions, Profiles profiles) {
        this.sessions = sessions;
        this.profiles = profiles;
    }

    /** What the member tells, by the name of the field; nothing where nothing is told. */
    public Uni<Map<String, String>> of(UserId member) {
        return sessions.withStatelessSession(tx -> profiles.find(tx, member)).map(profile -> {
            var told = new LinkedHashMap<String, String>();
            for (var field : Field.values()) {
                profile.value(field).ifPresent(value -> told.put(field.id(), value));
            }
            return told;
        });
    }
}
