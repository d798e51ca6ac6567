package dev.warren.gateway.commands;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.CommandDescription.CommandKind;
import dev.warren.schemas.bot.CommandDescription.Subcommand;
import dev.warren.schemas.bot.CommandDescription.Translation;
import dev.warren.schemas.bot.OptionDescription;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.Permissions;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An announced command as Discord's interface takes it. Source: Discord's API reference, "Application Command Object". */
final class CommandJson {
    /** Discord refuses a whole registration for one language that it does not know. Source: "Locales" of its reference. */
    private static final Set<String> LOCALES = Set.of(
            "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl",
            "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW",
            "ko");

    private static final int SUBCOMMAND = 1;
    private static final int GROUP = 2;
    /** Interaction contexts: a guild, the bot's direct messages. */
    private static final int IN_GUILD = 0;

    private static final int IN_DIRECT_MESSAGES = 1;
    private static final int LONGEST_TEXT = 6000;

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    ObjectNode of(CommandDescription command) {
        var json = nodes.objectNode();
        json.put("type", type(command.kind()));
        json.put("name", command.name());
        boolean slash = command.kind() == CommandKind.SLASH;
        json.put("description", slash ? command.description() : "");
        translate(json, command.translations(), slash);
        json.put(
                "default_member_permissions",
                command.permissions().equals(Permissions.NONE)
                        ? null
                        : command.permissions().toString());
        json.putArray("integration_types").add(0);
        var contexts = json.putArray("contexts").add(IN_GUILD);
        if (!command.guildOnly()) {
            contexts.add(IN_DIRECT_MESSAGES);
        }
        var options = json.putArray("options");
        if (slash) {
            command.form().ifPresent(form -> add(options, form.options()));
            subcommands(options, command.subcommands());
        }
        return json;
    }

    private static int type(CommandKind kind) {
        return switch (kind) {
            case SLASH -> 1;
            case USER -> 2;
            case MESSAGE -> 3;
        };
    }

    private void subcommands(ArrayNode options, List<Subcommand> subcommands) {
        Map<String, ArrayNode> groups = new LinkedHashMap<>();
        for (var subcommand : subcommands) {
            var into = subcommand.group().isEmpty()
                    ? options
                    : groups.computeIfAbsent(subcommand.group().get(), name -> group(options, name));
            var json = into.addObject();
            json.put("type", SUBCOMMAND);
            json.put("name", subcommand.name());
            json.put("description", subcommand.description());
            translate(json, subcommand.translations(), true);
            add(json.putArray("options"), subcommand.form().options());
        }
    }

    /** A group has no description of its own where Discord demands one. */
    private static ArrayNode group(ArrayNode options, String name) {
        var json = options.addObject();
        json.put("type", GROUP);
        json.put("name", name);
        json.put("description", name);
        return json.putArray("options");
    }

    private void add(ArrayNode array, List<OptionDescription> options) {
        for (var option : options) {
            var json = array.addObject();
            json.put("type", type(option.type()));
            json.put("name", option.name());
            json.put("description", option.description());
            translate(json, option.translations(), true);
            json.put("required", option.required());
            if (option.autocomplete()) {
                json.put("autocomplete", true);
            }
            bounds(json, option);
            if (!option.choices().isEmpty()) {
                var choices = json.putArray("choices");
                option.choices().forEach(choice -> choice(choices.addObject(), option.type(), choice));
            }
        }
    }

    private static void bounds(ObjectNode json, OptionDescription option) {
        switch (option.type()) {
            case INTEGER, NUMBER -> {
                option.minimum().ifPresent(least -> json.put("min_value", least));
                option.maximum().ifPresent(most -> json.put("max_value", most));
            }
            case STRING -> {
                option.minimum().ifPresent(least -> json.put("min_length", least));
                option.maximum().ifPresent(most -> json.put("max_length", Math.min(LONGEST_TEXT, most)));
            }
            case BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, ATTACHMENT, DURATION, AMOUNT -> {
                // These have none at Discord; an amount's are checked here, since it may be written as 1k.
            }
        }
    }

    private static void choice(ObjectNode json, OptionType type, Choice choice) {
        json.put("name", choice.name());
        switch (type) {
            case INTEGER -> json.put("value", Long.parseLong(choice.value()));
            case NUMBER -> json.put("value", new BigDecimal(choice.value()));
            case STRING, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, ATTACHMENT, DURATION, AMOUNT ->
                json.put("value", choice.value());
        }
    }

    private static int type(OptionType type) {
        return switch (type) {
            case STRING, DURATION, AMOUNT -> 3;
            case INTEGER -> 4;
            case BOOLEAN -> 5;
            case USER -> 6;
            case CHANNEL -> 7;
            case ROLE -> 8;
            case MENTIONABLE -> 9;
            case NUMBER -> 10;
            case ATTACHMENT -> 11;
        };
    }

    private void translate(ObjectNode json, Map<String, Translation> translations, boolean described) {
        var names = nodes.objectNode();
        var descriptions = nodes.objectNode();
        translations.forEach((locale, translation) -> {
            if (LOCALES.contains(locale)) {
                Optional<String> name = translation.name();
                name.ifPresent(text -> names.put(locale, text));
                if (described) {
                    descriptions.put(locale, translation.description());
                }
            }
        });
        json.set("name_localizations", names);
        json.set("description_localizations", descriptions);
    }
}
