package dev.warren.runtime.commands;

import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.InteractionEvent.ModalSubmitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All handlers of this service by what they handle. Two for one name stop the start. */
@ApplicationScoped
class Handlers {
    private final Map<String, CommandHandler> commands;
    private final Map<String, ComponentHandler> components;
    private final Map<String, ModalHandler> modals;
    private final Map<String, CompletionHandler> completions;

    Handlers(
            @Any Instance<CommandHandler> commands,
            @Any Instance<ComponentHandler> components,
            @Any Instance<ModalHandler> modals,
            @Any Instance<CompletionHandler> completions) {
        this.commands = byName(commands, command -> command.description().name());
        this.components = byName(components, ComponentHandler::name);
        this.modals = byName(modals, ModalHandler::name);
        this.completions = byName(completions, CompletionHandler::command);
    }

    private static <T> Map<String, T> byName(Instance<T> found, Function<T, String> name) {
        return found.stream()
                .collect(Collectors.toMap(
                        name,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalStateException("two handlers for one name: " + name.apply(one));
                        },
                        TreeMap::new));
    }

    List<CommandDescription> descriptions() {
        return commands.values().stream().map(CommandHandler::description).toList();
    }

    CommandHandler command(CommandInvoked invoked) {
        return required(commands, invoked.command());
    }

    ComponentHandler component(CustomId id) {
        return required(components, id.handler());
    }

    ModalHandler modal(CustomId id) {
        return required(modals, id.handler());
    }

    CompletionHandler completion(AutocompleteRequested requested) {
        return required(completions, requested.command());
    }

    /** For the metrics: a name of which there are few. */
    String nameOf(InteractionEvent payload) {
        return switch (payload) {
            case CommandInvoked invoked -> invoked.command();
            case AutocompleteRequested requested -> "complete:" + requested.command();
            case ComponentUsed used -> "component:" + handlerOf(used.customId());
            case ModalSubmitted submitted -> "modal:" + handlerOf(submitted.customId());
            case InteractionEvent.Unknown _ -> "unknown";
        };
    }

    private static String handlerOf(String customId) {
        return CustomId.parse(customId).map(CustomId::handler).orElse("unknown");
    }

    private static <T> T required(Map<String, T> handlers, String name) {
        var found = handlers.get(name);
        if (found == null) {
            throw new IllegalStateException("no handler has this name: " + name);
        }
        return found;
    }
}
