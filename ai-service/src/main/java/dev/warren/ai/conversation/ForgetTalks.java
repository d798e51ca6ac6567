package dev.warren.ai.conversation;

import dev.warren.ai.members.MemberData;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** A member who is erased leaves no conversation, and nothing of what was said in it. */
@ApplicationScoped
class ForgetTalks implements MemberData {
    private final Conversations conversations;
    private final Window window;

    ForgetTalks(Conversations conversations, Window window) {
        this.conversations = conversations;
        this.window = window;
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession tx, Optional<GuildId> guild, UserId member) {
        return conversations
                .erase(tx, guild, member)
                .chain(talks -> Multi.createFrom()
                        .iterable(talks)
                        .onItem()
                        .transformToUniAndConcatenate(window::clear)
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }
}
