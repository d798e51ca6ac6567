package dev.warren.memory.community.keeping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.memory.community.CommunityConfig;
import dev.warren.memory.privacy.PersonalData;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What a member made for guilds: gallery items, links, suggestions, events, votes, places at events, and the deeds that can be taken back.
 * All of it is deleted with the member, also what others have voted on or joined: whatever somebody wrote may tell who they are.
 */
@ApplicationScoped
class CommunityPersonalData implements PersonalData {
    private static final String EXPORT = """
            SELECT cast(jsonb_strip_nulls(jsonb_build_object(
                'contributions', (SELECT jsonb_agg(jsonb_build_object('guild', cast(guild AS text), 'collection', collection,
                    'title', title, 'url', url, 'about', about, 'madeAt', made_at, 'removedAt', removed_at) ORDER BY id)
                    FROM contribution WHERE member = :member),
                'suggestions', (SELECT jsonb_agg(jsonb_build_object('guild', cast(guild AS text), 'words', words, 'state', state,
                    'note', note, 'madeAt', made_at, 'removedAt', removed_at) ORDER BY id)
                    FROM suggestion WHERE member = :member),
                'votes', (SELECT jsonb_agg(jsonb_build_object('suggestion', suggestion, 'up', up) ORDER BY suggestion)
                    FROM suggestion_vote WHERE member = :member),
                'events', (SELECT jsonb_agg(jsonb_build_object('guild', cast(guild AS text), 'title', title, 'about', about,
                    'place', place, 'startsAt', starts_at, 'endsAt', ends_at, 'madeAt', made_at, 'removedAt', removed_at) ORDER BY id)
                    FROM calendar_event WHERE member = :member),
                'joined', (SELECT jsonb_agg(jsonb_build_object('event', event, 'at', at) ORDER BY at)
                    FROM calendar_guest WHERE member = :member),
                'importing', (SELECT jsonb_agg(cast(entries AS jsonb)) FROM calendar_import WHERE member = :member),
                'deeds', (SELECT jsonb_agg(jsonb_build_object('guild', cast(guild AS text), 'kind', kind, 'name', name,
                    'before', cast(state_before AS jsonb), 'after', cast(state_after AS jsonb), 'at', at) ORDER BY id)
                    FROM deed WHERE member = :member))) AS text)""";
    private static final String COUNT = """
            SELECT (SELECT count(*) FROM contribution WHERE member = :member)
                + (SELECT count(*) FROM suggestion WHERE member = :member)
                + (SELECT count(*) FROM suggestion_vote WHERE member = :member)
                + (SELECT count(*) FROM calendar_event WHERE member = :member)
                + (SELECT count(*) FROM calendar_guest WHERE member = :member)
                + (SELECT count(*) FROM calendar_import WHERE member = :member)
                + (SELECT count(*) FROM deed WHERE member = :member)""";
    /** Deeds of others that hold what the member wrote go too. */
    private static final List<String> ERASE = List.of(
            "DELETE FROM deed WHERE member = :member OR owner = :member",
            "DELETE FROM contribution WHERE member = :member",
            "DELETE FROM suggestion_vote WHERE member = :member",
            "DELETE FROM suggestion WHERE member = :member",
            "DELETE FROM calendar_guest WHERE member = :member",
            "DELETE FROM calendar_event WHERE member = :member",
            "DELETE FROM calendar_import WHERE member = :member");

    private final CommunityConfig config;
    private final ObjectMapper json = new ObjectMapper();

    CommunityPersonalData(CommunityConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "community";
    }

    @Override
    public String kept() {
        return "What you made for servers, until " + config.kept().toDays() + " days after you removed it";
    }

    @Override
    public Uni<Long> count(Mutiny.StatelessSession tx, UserId user) {
        return tx.createNativeQuery(COUNT, Long.class)
                .setParameter("member", user.value())
                .getSingleResult();
    }

    @Override
    public Uni<JsonNode> export(Mutiny.StatelessSession tx, UserId user) {
        return tx.createNativeQuery(EXPORT, String.class)
                .setParameter("member", user.value())
                .getSingleResult()
                .map(this::read);
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what the database gives must be JSON", e);
        }
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession tx, UserId user) {
        return Multi.createFrom()
                .iterable(ERASE)
                .onItem()
                .transformToUniAndConcatenate(statement -> tx.createNativeQuery(statement)
                        .setParameter("member", user.value())
                        .executeUpdate())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
