package dev.warren.ai.personas;

import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.Modal;
import dev.warren.schemas.bot.Modal.Input;
import dev.warren.schemas.topics.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How personas are shown and written. */
final class PersonaTexts {
    static final String NAME = "name";
    static final String EMOJI = "emoji";
    static final String GREETING = "greeting";
    static final String LOADING = "loading";
    static final String INSTRUCTIONS = "instructions";

    static final int LONGEST_NAME = 32;
    static final int LONGEST_EMOJI = 64;
    static final int LONGEST_GREETING = 200;
    static final int LONGEST_LOADING = 100;
    static final int LONGEST_INSTRUCTIONS = 1500;

    private static final String EMOJI_FORM =
            "<a?:\\w{2,32}:\\d{1,20}>|[\\p{So}\\p{Mn}\\x{200D}\\p{IsEmoji_Presentation}\\p{IsEmoji_Modifier}]{1,14}";

    private PersonaTexts() {}

    /** Why texts cannot be a persona; none where they can. */
    static Optional<String> fault(Map<String, String> fields) {
        return within(fields, NAME, LONGEST_NAME)
                .or(() -> within(fields, GREETING, LONGEST_GREETING))
                .or(() -> within(fields, LOADING, LONGEST_LOADING))
                .or(() -> within(fields, INSTRUCTIONS, LONGEST_INSTRUCTIONS))
                .or(() -> fields.getOrDefault(EMOJI, "").strip().matches(EMOJI_FORM)
                        ? Optional.empty()
                        : Optional.of("`emoji` must be one emoji, such as 🦔; `%s` is not."
                                .formatted(fields.getOrDefault(EMOJI, "").replace('`', '\''))));
    }

    private static Optional<String> within(Map<String, String> fields, String field, int longest) {
        int length = fields.getOrDefault(field, "").strip().length();
        return length >= 1 && length <= longest
                ? Optional.empty()
                : Optional.of("`%s` must have 1 to %,d characters; this has %,d.".formatted(field, longest, length));
    }

    static Persona persona(String id, Map<String, String> fields) {
        return new Persona(
                id,
                text(fields, NAME),
                text(fields, EMOJI),
                text(fields, GREETING),
                text(fields, LOADING),
                text(fields, INSTRUCTIONS));
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** The form of a new one, or of one that is to be changed. */
    static Modal form(String id, Optional<Persona> known) {
        return new Modal(
                dev.warren.runtime.commands.CustomId.of(Service.AI, PersonaForm.HANDLER, id)
                        .toString(),
                "Persona " + id,
                List.of(
                        input(NAME, "Name", false, LONGEST_NAME, known.map(Persona::name), "Hedgehog"),
                        input(EMOJI, "Emoji", false, LONGEST_EMOJI, known.map(Persona::emoji), "🦔"),
                        input(GREETING, "Greeting", false, LONGEST_GREETING, known.map(Persona::greeting), "Hello!"),
                        input(
                                LOADING,
                                "While it thinks",
                                false,
                                LONGEST_LOADING,
                                known.map(Persona::loadingLine),
                                "Rolling up …"),
                        input(
                                INSTRUCTIONS,
                                "Who it is and how it speaks",
                                true,
                                LONGEST_INSTRUCTIONS,
                                known.map(Persona::instructions),
                                "You are Hedgehog. You are shy and kind …")),
                AnswerKind.EPHEMERAL);
    }

    private static Input input(
            String id, String label, boolean paragraph, int longest, Optional<String> value, String sample) {
        return new Input(id, label, paragraph, true, 1, longest, value, Optional.of(sample));
    }

    /** Those that may be chosen. */
    static Embed list(List<Persona> builtIn, List<Persona> own, Persona now) {
        var lines = new StringBuilder();
        builtIn.forEach(persona -> lines.append(line(persona, now)));
        if (!own.isEmpty()) {
            lines.append("\n**This server's own**\n");
            own.forEach(persona -> lines.append(line(persona, now)));
        }
        return Embed.of("Personas", lines.toString().strip()).withFooter("/persona use chooses who answers you");
    }

    private static String line(Persona persona, Persona now) {
        var mark = persona.id().equals(now.id()) ? "  ← answers you" : "";
        return "%s **%s** (`%s`)%s\n".formatted(persona.emoji(), persona.name(), persona.id(), mark);
    }
}
