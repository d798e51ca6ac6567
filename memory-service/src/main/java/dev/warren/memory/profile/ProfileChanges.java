package dev.warren.memory.profile;

import dev.warren.memory.profile.Field.Typed;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.memory.MemoryEvent.ProfileChanged;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/** Changes profiles: all that was typed, or nothing. */
@ApplicationScoped
class ProfileChanges {
    private final Profiles profiles;

    ProfileChanges(Profiles profiles) {
        this.profiles = profiles;
    }

    /** What was typed into several fields, after the check. */
    Uni<Outcome> typed(Call<? extends InteractionEvent> call, Mutiny.StatelessSession tx, Map<Field, String> typed) {
        var wrong = new ArrayList<String>();
        var fine = new EnumMap<Field, String>(Field.class);
        typed.forEach((field, text) -> {
            switch (field.read(text)) {
                case Typed.Fine(var value) -> fine.put(field, value);
                case Typed.Wrong(var why) -> wrong.add(why);
            }
        });
        return wrong.isEmpty()
                ? change(call, tx, profile -> profile.with(fine))
                : Uni.createFrom().item(refused(String.join("\n", wrong)));
    }

    static Outcome refused(String why) {
        return Outcome.refused("wrong-profile", why);
    }

    Uni<Outcome> change(
            Call<? extends InteractionEvent> call, Mutiny.StatelessSession tx, UnaryOperator<Profile> change) {
        return profiles.find(tx, call.member().id()).chain(before -> {
            var after = change.apply(before);
            var changed = after.changedFrom(before);
            return changed.isEmpty()
                    ? Uni.createFrom()
                            .item(Outcome.ephemeral(MessageBody.text("It is so already; nothing has changed.")))
                    : profiles.save(tx, after)
                            .replaceWith(said(call, after)
                                    .emitting(call.causes(
                                            Topics.MEMORY_EVENTS,
                                            "profile-changed",
                                            Keys.member(
                                                    call.guild(), call.member().id()),
                                            new ProfileChanged(
                                                    call.guild(),
                                                    call.member().id(),
                                                    changed,
                                                    after.isEmpty(),
                                                    after.timezone().map(ZoneId::getId)))));
        });
    }

    private static Outcome said(Call<? extends InteractionEvent> call, Profile profile) {
        return profile.isEmpty()
                ? Outcome.ephemeral(MessageBody.text("Your profile is empty now; I keep nothing of it."))
                : Outcome.ephemeral(MessageBody.embed(ProfilePage.of(profile, call.member(), call.now())));
    }
}
