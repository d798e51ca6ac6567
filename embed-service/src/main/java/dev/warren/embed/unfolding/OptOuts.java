package dev.warren.embed.unfolding;

import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Members, channels and sites whose links a guild's bot does not show. */
@ApplicationScoped
class OptOuts implements GuildData {
    /** Sites and channels of one guild at most. */
    static final int MOST = 200;

    private static final String ADD =
            "INSERT INTO embed_off (guild, kind, subject) VALUES (:guild, :kind, :subject) ON CONFLICT DO NOTHING";
    private static final String REMOVE =
            "DELETE FROM embed_off WHERE guild = :guild AND kind = :kind AND subject = :subject";
    private static final String THAT_MATTER =
            "SELECT kind || ' ' || subject FROM embed_off WHERE guild = :guild AND (kind <> 'MEMBER' OR subject = :member)";
    private static final String OF_GUILD =
            "DELETE FROM embed_off WHERE ctid IN (SELECT ctid FROM embed_off WHERE guild = :guild LIMIT :most)";
    private static final String OF_MEMBER =
            "DELETE FROM embed_off WHERE kind = 'MEMBER' AND subject = :member AND (:guild = 0 OR guild = :guild)";

    /** What can be left out. */
    enum Kind {
        MEMBER,
        CHANNEL,
        SITE
    }

    /** What is left out in a guild, of what matters to one member. */
    record Off(Set<String> entries) {
        Off {
            entries = Set.copyOf(entries);
        }

        boolean has(Kind kind, Object subject) {
            return entries.contains(kind + " " + subject);
        }

        /** The site itself, or one that it belongs to. */
        boolean hasSite(String host) {
            for (var site = host; !site.isEmpty(); site = site.substring(site.indexOf('.') + 1)) {
                if (has(Kind.SITE, site)) {
                    return true;
                }
                if (site.indexOf('.') < 0) {
                    return false;
                }
            }
            return false;
        }

        List<String> all(Kind kind) {
            return entries.stream()
                    .filter(entry -> entry.startsWith(kind + " "))
                    .map(entry -> entry.substring(kind.name().length() + 1))
                    .sorted()
                    .toList();
        }
    }

    Uni<Off> of(Mutiny.StatelessSession tx, GuildId guild, Optional<UserId> member) {
        return tx.createNativeQuery(THAT_MATTER, String.class)
                .setParameter("guild", guild.value())
                .setParameter("member", member.map(UserId::toString).orElse(""))
                .getResultList()
                .map(entries -> new Off(new HashSet<>(entries)));
    }

    Uni<Void> set(Mutiny.StatelessSession tx, GuildId guild, Kind kind, Object subject, boolean off) {
        return tx.createNativeQuery(off ? ADD : REMOVE)
                .setParameter("guild", guild.value())
                .setParameter("kind", kind.name())
                .setParameter("subject", subject.toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> forget(Mutiny.StatelessSession tx, Optional<GuildId> guild, UserId member) {
        return tx.createNativeQuery(OF_MEMBER)
                .setParameter("member", member.toString())
                .setParameter("guild", guild.map(GuildId::value).orElse(0L))
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return tx.createNativeQuery(OF_GUILD)
                .setParameter("guild", guild.value())
                .setParameter("most", most)
                .executeUpdate();
    }
}
