package dev.warren.memory.profile;

import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** The profiles of all members. One that was never written is empty. */
interface Profiles {
    Uni<Profile> find(Mutiny.StatelessSession tx, UserId member);

    /** Stores it; an empty one is deleted. */
    Uni<Void> save(Mutiny.StatelessSession tx, Profile profile);
}
