package dev.warren.ai.personas;

import dev.warren.ai.rules.ContentRules;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.ModalHandler;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.ModalSubmitted;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The form in which a persona is written. What it says is held against the guild's own rules. */
@ApplicationScoped
class PersonaForm implements ModalHandler {
    static final String HANDLER = "persona";

    private final PostgresPersonas personas;
    private final PersonaConfig config;

    PersonaForm(PostgresPersonas personas, PersonaConfig config) {
        this.personas = personas;
        this.config = config;
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ModalSubmitted> call, CustomId id, Mutiny.StatelessSession tx) {
        var wanted = id.argument(0).orElse("");
        boolean may = call.member()
                .permissions()
                .filter(has -> has.allows(PersonaCommand.MANAGING))
                .isPresent();
        if (call.guild().isEmpty() || !may) {
            return refused("not-allowed", "Personas are made by those who may manage this server.");
        }
        var fields = call.payload().fields();
        var fault = PersonaTexts.fault(fields);
        if (fault.isPresent()) {
            return refused("wrong-persona", fault.get() + " Nothing was changed.");
        }
        var broken =
                ContentRules.of(call.settings(), ContentRules.Side.PROMPT).broken(String.join("\n", fields.values()));
        if (broken.isPresent()) {
            return refused("content-rule", ContentRules.refusal(broken.get()));
        }
        return save(call, tx, call.guild().get(), PersonaTexts.persona(wanted, fields));
    }

    private Uni<Outcome> save(Call<ModalSubmitted> call, Mutiny.StatelessSession tx, GuildId guild, Persona persona) {
        return personas.serialise(tx, guild)
                .chain(() -> personas.own(tx, Optional.of(guild)))
                .chain(own -> {
                    boolean there = own.stream().anyMatch(one -> one.id().equals(persona.id()));
                    if (BuiltIn.find(persona.id()).isPresent() || (!there && own.size() >= config.mostOwn())) {
                        return refused(
                                "too-many-personas",
                                "There is no room for it any more: %d of %d personas are there."
                                        .formatted(own.size(), config.mostOwn()));
                    }
                    var said = "%s **%s** is %s. `/persona use %s` chooses it."
                            .formatted(persona.emoji(), persona.name(), there ? "changed" : "made", persona.id());
                    return personas.save(tx, guild, persona, call.member().id())
                            .replaceWith(Outcome.ephemeral(MessageBody.text(said)));
                });
    }

    private static Uni<Outcome> refused(String reason, String text) {
        return Uni.createFrom().item(Outcome.refused(reason, text));
    }
}
