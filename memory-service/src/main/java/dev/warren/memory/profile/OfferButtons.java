package dev.warren.memory.profile;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The buttons under the question whether to note a channel. */
final class OfferButtons {
    static final String SAVE = "profile-offer";
    static final String STOP = "profile-offer-stop";

    private OfferButtons() {}

    private static boolean isFor(CustomId id, Call<ComponentUsed> call) {
        return id.argument(0).equals(Optional.of(call.member().id().toString()));
    }

    private static Uni<Outcome> notYours() {
        return Uni.createFrom().item(Outcome.refused("not-yours", "That question is for another member."));
    }

    /** Notes the channel. */
    @ApplicationScoped
    static class Save implements ComponentHandler {
        private final ProfileChanges changes;

        Save(ProfileChanges changes) {
            this.changes = changes;
        }

        @Override
        public String name() {
            return SAVE;
        }

        @Override
        public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
            var field = id.argument(1)
                    .flatMap(Field::of)
                    .orElseThrow(() -> new IllegalArgumentException("customId must name a field: " + id));
            return isFor(id, call)
                    ? changes.typed(call, tx, Map.of(field, id.argument(2).orElse("")))
                    : notYours();
        }
    }

    /** Asks never again. */
    @ApplicationScoped
    static class Stop implements ComponentHandler {
        private final ChannelOffers offers;

        Stop(ChannelOffers offers) {
            this.offers = offers;
        }

        @Override
        public String name() {
            return STOP;
        }

        @Override
        public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
            return isFor(id, call)
                    ? offers.stop(tx, call.member().id(), call.time())
                            .replaceWith(Outcome.update(MessageBody.text(
                                    "I will not ask again. `/profile edit` notes a channel whenever you like.")))
                    : notYours();
        }
    }
}
