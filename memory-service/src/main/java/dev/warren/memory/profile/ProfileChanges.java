package dev.warren.memory.profile;

import dev.warren.memory.profile.Field.Typed;
import dev.warren.memory.undo.Deeds;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.events.Outgoing;
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
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/** Changes profiles: all that was typed, or nothing. */
@ApplicationScoped
class ProfileChanges {
    private final Profiles profiles;
    private final Deeds deeds;
    private final ProfileUndo undo;

    ProfileChanges(Profiles profiles, Deeds deeds, ProfileUndo undo) {
        this.profiles = profiles;
        this.deeds = deeds;
        this.undo = undo;
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

    /** Changes something, in a way that can be taken back where it is done in a guild. */
    Uni<Outcome> change(
            Call<? extends InteractionEvent> call, Mutiny.StatelessSession tx, UnaryOperator<Profile> change) {
        return apply(
                call,
                tx,
                change,
                (before, after) -> call.guild()
                        .map(guild ->
                                undo.deed(tx, guild, before, after).chain(deed -> deeds.note(tx, deed, call.time())))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Deletes something. It does not come back, and neither does what stood in the profile before. */
    Uni<Outcome> clear(
            Call<? extends InteractionEvent> call, Mutiny.StatelessSession tx, UnaryOperator<Profile> change) {
        return apply(call, tx, change, (before, after) -> deeds.forget(tx, after.member(), ProfileUndo.KIND));
    }

    private Uni<Outcome> apply(
            Call<? extends InteractionEvent> call,
            Mutiny.StatelessSession tx,
            UnaryOperator<Profile> change,
            BiFunction<Profile, Profile, Uni<Void>> remembered) {
        return profiles.find(tx, call.member().id()).chain(before -> {
            var after = change.apply(before);
            return after.changedFrom(before).isEmpty()
                    ? Uni.createFrom()
                            .item(Outcome.ephemeral(MessageBody.text("It is so already; nothing has changed.")))
                    : profiles.save(tx, after)
                            .chain(() -> remembered.apply(before, after))
                            .replaceWith(said(call, after).emitting(told(call, before, after)));
        });
    }

    /** What others are told of a change. */
    static Outgoing<?> told(Call<? extends InteractionEvent> call, Profile before, Profile after) {
        return call.causes(
                Topics.MEMORY_EVENTS,
                "profile-changed",
                Keys.member(call.guild(), call.member().id()),
                new ProfileChanged(
                        call.guild(),
                        call.member().id(),
                        after.changedFrom(before),
                        after.isEmpty(),
                        after.timezone().map(ZoneId::getId)));
    }

    private static Outcome said(Call<? extends InteractionEvent> call, Profile profile) {
        return profile.isEmpty()
                ? Outcome.ephemeral(MessageBody.text("Your profile is empty now; I keep nothing of it."))
                : Outcome.ephemeral(MessageBody.embed(ProfilePage.of(profile, call.member(), call.now())));
    }
}
