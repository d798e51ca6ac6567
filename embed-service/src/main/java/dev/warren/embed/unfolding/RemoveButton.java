package dev.warren.embed.unfolding;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.DeleteMessage;
import dev.warren.schemas.bot.Target;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes down what a link shows: for whoever wrote the link, and for those who may delete messages anyway. */
@ApplicationScoped
class RemoveButton implements ComponentHandler {
    private static final Duration WORTH = Duration.ofMinutes(15);
    private static final Permissions MODERATOR = Permissions.of(Permission.MANAGE_MESSAGES);

    private final Following following;

    RemoveButton(Following following) {
        this.following = following;
    }

    @Override
    public String name() {
        return Cards.REMOVE;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        boolean author =
                id.argument(1).filter(call.member().id().toString()::equals).isPresent();
        boolean moderator = call.member()
                .permissions()
                .filter(held -> held.allows(MODERATOR))
                .isPresent();
        if (!author && !moderator) {
            return Uni.createFrom()
                    .item(Outcome.refused(
                            "not-the-author",
                            "Only whoever wrote the link can remove this, or somebody who may manage messages."));
        }
        var source = id.argument(0).map(MessageId::of);
        var reply = call.origin().message();
        if (source.isEmpty() || reply.isEmpty()) {
            return Uni.createFrom().item(Outcome.refused("no-such-reply", "This is gone already."));
        }
        return following.remove(tx, source.get()).map(_ -> removed(call, reply.get()));
    }

    private static Outcome removed(Call<ComponentUsed> call, MessageId reply) {
        var channel = call.origin().channel();
        ReplyEvent delete = new DeleteMessage(
                Target.message(channel, reply), Optional.empty(), call.time().plus(WORTH));
        return Outcome.ephemeral(MessageBody.text("Removed."))
                .emitting(call.causes(Topics.REPLIES, "removed", channel.toString(), delete));
    }
}
