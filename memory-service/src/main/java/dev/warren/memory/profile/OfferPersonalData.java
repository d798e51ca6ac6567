package dev.warren.memory.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.memory.privacy.PersonalData;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** About which channels a member was asked. That they do not want to be asked goes as well: nothing is kept of whoever is erased. */
@ApplicationScoped
class OfferPersonalData implements PersonalData {
    private static final String COUNT = "SELECT count(*) FROM profile_offer WHERE member = :member";
    private static final String ROWS =
            "SELECT platform, handle, cast(at AS text) FROM profile_offer WHERE member = :member ORDER BY at";
    private static final String ERASE = "DELETE FROM profile_offer WHERE member = :member";

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public String name() {
        return "channel-offers";
    }

    @Override
    public String kept() {
        return "About which channels of yours I asked you, so that I ask once";
    }

    @Override
    public Uni<Long> count(Mutiny.StatelessSession tx, UserId user) {
        return tx.createNativeQuery(COUNT, Long.class)
                .setParameter("member", user.value())
                .getSingleResult();
    }

    @Override
    public Uni<JsonNode> export(Mutiny.StatelessSession tx, UserId user) {
        return tx.createNativeQuery(ROWS, Object[].class)
                .setParameter("member", user.value())
                .getResultList()
                .map(rows -> {
                    var all = json.createArrayNode();
                    for (var row : rows) {
                        all.addObject()
                                .put("platform", String.valueOf(row[0]))
                                .put("handle", String.valueOf(row[1]))
                                .put("at", String.valueOf(row[2]));
                    }
                    return all;
                });
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession tx, UserId user) {
        return tx.createNativeQuery(ERASE)
                .setParameter("member", user.value())
                .executeUpdate()
                .replaceWithVoid();
    }
}
