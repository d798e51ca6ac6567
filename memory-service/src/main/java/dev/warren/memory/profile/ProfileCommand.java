package dev.warren.memory.profile;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /profile view|edit|set|clear}. */
@ApplicationScoped
class ProfileCommand implements CommandHandler {
    static final String NAME = "profile";
    static final String MODULE = "profiles";

    private final Profiles profiles;
    private final ProfileChanges changes;

    ProfileCommand(Profiles profiles, ProfileChanges changes) {
        this.profiles = profiles;
        this.changes = changes;
    }

    @Override
    public CommandDescription description() {
        return Describe.command(NAME, "What members tell of themselves")
                .module(MODULE)
                .everywhere()
                .in("de", "profil", "Was Mitglieder von sich erzählen")
                .in("es-ES", "perfil", "Lo que los miembros cuentan de sí")
                .subcommand(
                        "view",
                        "Shows a profile",
                        AnswerKind.PUBLIC,
                        "profile view @Ada",
                        option("member", "Whose; yours by default", OptionType.USER))
                .subcommand("edit", "Opens the form of your profile", AnswerKind.MODAL, "profile edit")
                .subcommand(
                        "set",
                        "Sets your timezone or language",
                        AnswerKind.EPHEMERAL,
                        "profile set Europe/Berlin de",
                        option(Field.TIMEZONE.id(), "By whose clock you live", OptionType.STRING)
                                .between(1, Field.TIMEZONE.longest())
                                .completed(),
                        option(Field.LANGUAGE.id(), "In which language I answer you", OptionType.STRING)
                                .choices(Field.LANGUAGES.stream().sorted().toArray(String[]::new)))
                .subcommand(
                        "clear",
                        "Deletes your profile, or one thing in it",
                        AnswerKind.EPHEMERAL,
                        "profile clear bio",
                        option("field", "What; everything by default", OptionType.STRING)
                                .choices(Arrays.stream(Field.values())
                                        .map(Field::id)
                                        .toArray(String[]::new)))
                .bare("view")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return switch (call.payload().subcommand().orElse("view")) {
            case "edit" ->
                profiles.find(tx, call.member().id()).map(profile -> Outcome.modal(ProfilePage.form(profile)));
            case "set" -> set(call, tx);
            case "clear" -> clear(call, tx);
            default -> view(call, tx);
        };
    }

    private Uni<Outcome> view(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var whose = call.option("member").flatMap(OptionValue::member).orElseGet(call::member);
        boolean own = whose.id().equals(call.member().id());
        return profiles.find(tx, whose.id()).map(profile -> {
            if (profile.isEmpty()) {
                return Outcome.ephemeral(MessageBody.text(
                        own
                                ? "You have not told anything yet. `/profile edit` opens the form."
                                : whose.displayName() + " has not told anything yet."));
            }
            return Outcome.message(MessageBody.embed(ProfilePage.of(profile, whose, call.now())));
        });
    }

    private Uni<Outcome> set(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        Map<Field, String> typed = new EnumMap<>(Field.class);
        for (var field : new Field[] {Field.TIMEZONE, Field.LANGUAGE}) {
            call.option(field.id()).ifPresent(value -> typed.put(field, value.value()));
        }
        return typed.isEmpty()
                ? Uni.createFrom()
                        .item(ProfileChanges.refused(
                                "Say what to set: `timezone`, such as Europe/Berlin, or `language`."))
                : changes.typed(call, tx, typed);
    }

    private Uni<Outcome> clear(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var field = call.option("field").map(OptionValue::value).flatMap(Field::of);
        return changes.clear(
                call,
                tx,
                profile -> field.map(one -> profile.with(Map.of(one, "")))
                        .orElseGet(() -> Profile.empty(profile.member())));
    }
}
