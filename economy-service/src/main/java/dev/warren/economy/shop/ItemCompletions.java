package dev.warren.economy.shop;

import dev.warren.runtime.commands.CompletionHandler;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Completes the names of items: those that are sold, or those that the member has. */
@ApplicationScoped
class ItemCompletions {
    private static final int SHOWN = 25;
    private static final int LOOKED_AT = 500;

    private final Mutiny.SessionFactory sessions;
    private final Items items;

    ItemCompletions(Mutiny.SessionFactory sessions, Items items) {
        this.sessions = sessions;
        this.items = items;
    }

    @Produces
    @Singleton
    CompletionHandler shop() {
        return new Names("shop", false);
    }

    @Produces
    @Singleton
    CompletionHandler buy() {
        return new Names("buy", false);
    }

    @Produces
    @Singleton
    CompletionHandler use() {
        return new Names("use", true);
    }

    @Produces
    @Singleton
    CompletionHandler sell() {
        return new Names("sell", true);
    }

    @Produces
    @Singleton
    CompletionHandler gift() {
        return new Names("gift", true);
    }

    private final class Names implements CompletionHandler {
        private final String command;
        private final boolean own;

        private Names(String command, boolean own) {
            this.command = command;
            this.own = own;
        }

        @Override
        public String command() {
            return command;
        }

        @Override
        public Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings settings) {
            var guild = request.origin().guild();
            if (guild.isEmpty()) {
                return Uni.createFrom().item(List.of());
            }
            var typed = Item.key(request.typed());
            return sessions.withStatelessSession(session -> own
                            ? items.inventory(
                                            session,
                                            guild.get(),
                                            request.origin().member().id(),
                                            LOOKED_AT,
                                            0)
                                    .map(owned -> owned.stream()
                                            .map(one -> one.item().name())
                                            .toList())
                            : items.sold(session, guild.get(), LOOKED_AT, 0)
                                    .map(sold -> sold.stream().map(Item::name).toList()))
                    .map(names -> names.stream()
                            .filter(name -> Item.key(name).contains(typed))
                            .sorted()
                            .limit(SHOWN)
                            .map(name -> new Choice(name, name))
                            .toList());
        }
    }
}
