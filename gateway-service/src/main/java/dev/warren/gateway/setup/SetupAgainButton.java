package dev.warren.gateway.setup;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Checks again. The answer to a prefix command lies in direct messages, so the button carries the guild. */
@ApplicationScoped
class SetupAgainButton implements ComponentHandler {
    private final SetupPage page;
    private final SettingsView settings;

    SetupAgainButton(SetupPage page, SettingsView settings) {
        this.page = page;
        this.settings = settings;
    }

    @Override
    public String name() {
        return SetupPage.AGAIN;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        boolean allowed = call.guild().isEmpty()
                || call.member().permissions().orElse(Permissions.NONE).allows(Permissions.of(Permission.MANAGE_GUILD));
        var guild = GuildId.of(id.argument(0).orElseThrow());
        return Uni.createFrom()
                .item(
                        allowed
                                ? Outcome.update(page.page(guild, settings.at(Optional.of(guild), call.now())))
                                : Outcome.refused("missing-permission", "You need **Manage Server** for this."));
    }
}
