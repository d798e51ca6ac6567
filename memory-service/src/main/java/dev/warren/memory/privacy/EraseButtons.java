package dev.warren.memory.privacy;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.memory.MemoryEvent.MemberErased;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The buttons under the question whether to erase. The record is what erases, here as in every other service. */
@ApplicationScoped
class EraseButtons implements ComponentHandler {
    static final String HANDLER = "privacy-erase";
    static final String YES = "yes";
    static final String NO = "no";

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        return Uni.createFrom().item(answered(call, id));
    }

    private static Outcome answered(Call<ComponentUsed> call, CustomId id) {
        var user = call.member().id();
        if (!id.argument(1).equals(Optional.of(user.toString()))) {
            return Outcome.refused("not-yours", "Only who was asked can answer this.");
        }
        if (!id.argument(0).equals(Optional.of(YES))) {
            return Outcome.update(MessageBody.text(PrivacyTexts.NOT_ERASED));
        }
        return Outcome.update(MessageBody.text(PrivacyTexts.ERASING))
                .emitting(call.causes(
                        Topics.MEMORY_EVENTS,
                        "member-erased",
                        key(user),
                        new MemberErased(Optional.empty(), user, call.time())));
    }

    private static String key(UserId user) {
        return Keys.member(Optional.empty(), user);
    }
}
