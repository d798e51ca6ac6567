package dev.warren.gateway.outbound.rendering;

import dev.warren.gateway.outbound.CarriedId;
import dev.warren.schemas.bot.Modal;
import dev.warren.schemas.bot.OptionDescription.Choice;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Modals and completions as Discord's JSON: the data of an interaction's answer. */
public final class ModalForm {
    private static final int ROW = 1;
    private static final int TEXT_INPUT = 4;
    private static final int SHORT = 1;
    private static final int PARAGRAPH = 2;
    private static final int MAX_PLACEHOLDER = 100;
    private static final int MAX_CHOICE = 100;

    private ModalForm() {}

    /** What Discord would refuse. */
    public static Optional<String> fault(Modal modal) {
        var ids = new HashSet<String>();
        boolean repeated = modal.inputs().stream().anyMatch(input -> !ids.add(input.customId()));
        if (repeated) {
            return Optional.of("customId must be unique in its modal");
        }
        boolean longPlaceholder = modal.inputs().stream()
                .anyMatch(input -> input.placeholder().map(String::length).orElse(0) > MAX_PLACEHOLDER);
        if (longPlaceholder) {
            return Optional.of("placeholder must have at most " + MAX_PLACEHOLDER + " characters");
        }
        boolean longValue = modal.inputs().stream()
                .anyMatch(input -> input.value().map(String::length).orElse(0) > input.maximum());
        if (longValue) {
            return Optional.of("value must not be longer than the input's maximum");
        }
        return ComponentForm.fault(new CarriedId(modal.customId(), modal.answer()), new HashSet<>());
    }

    public static JsonObject json(Modal modal) {
        var rows = modal.inputs().stream()
                .map(input -> new JsonObject().put("type", ROW).put("components", new JsonArray().add(input(input))))
                .toList();
        return new JsonObject()
                .put("custom_id", new CarriedId(modal.customId(), modal.answer()).written())
                .put("title", modal.title())
                .put("components", new JsonArray(rows));
    }

    private static JsonObject input(Modal.Input input) {
        var json = new JsonObject()
                .put("type", TEXT_INPUT)
                .put("custom_id", input.customId())
                .put("label", input.label())
                .put("style", input.paragraph() ? PARAGRAPH : SHORT)
                .put("required", input.required())
                .put("min_length", input.minimum())
                .put("max_length", input.maximum());
        input.value().filter(value -> !value.isEmpty()).ifPresent(value -> json.put("value", value));
        input.placeholder().ifPresent(text -> json.put("placeholder", text));
        return json;
    }

    /** Completions. A name is cut to what Discord takes; a choice whose value Discord would not take is left out. */
    public static JsonObject choices(List<Choice> choices) {
        return new JsonObject()
                .put(
                        "choices",
                        new JsonArray(choices.stream()
                                .filter(choice -> !choice.name().isBlank()
                                        && !choice.value().isEmpty()
                                        && choice.value().length() <= MAX_CHOICE)
                                .map(choice -> new JsonObject()
                                        .put("name", cut(choice.name()))
                                        .put("value", choice.value()))
                                .toList()));
    }

    private static String cut(String text) {
        if (text.length() <= MAX_CHOICE) {
            return text;
        }
        int end = Character.isLowSurrogate(text.charAt(MAX_CHOICE)) ? MAX_CHOICE - 1 : MAX_CHOICE;
        return text.substring(0, end);
    }
}
