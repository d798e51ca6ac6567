package dev.warren.ai.offline;

import dev.warren.ai.personas.Persona;
import dev.warren.ai.tools.ToolResult;
import dev.warren.runtime.settings.GuildSettings;
import java.util.List;

/** What the offline default says, in the persona's name. Whoever posts it adds that it is the offline default. */
final class Wording {
    private static final String NOT_OFFLINE =
            "I cannot answer that: **not offline**. Without a language model I can work out sums, tell the time, tell about this server, "
                    + "its channels and members, explain commands, and recall what you let me remember.";

    private Wording() {}

    static String said(Persona persona, String text) {
        return persona.emoji() + " " + text;
    }

    static String notOffline() {
        return NOT_OFFLINE;
    }

    static String greeting(Persona persona) {
        return persona.greeting();
    }

    static String explained(Manual manual, GuildSettings settings) {
        return "`/%s` does that: %s.\nFor example: `%s%s`"
                .formatted(manual.path(), manual.description(), settings.prefix(), manual.example());
    }

    /** What a tool gave, without the marks that part it from instructions. */
    static String result(String result) {
        return ToolResult.plain(result);
    }

    static String excerpts(List<String> lines) {
        if (lines.isEmpty()) {
            return "There was nothing in it that I could sum up.";
        }
        var said =
                new StringBuilder("What stands for the rest, word by word (I cannot sum up without a language model):");
        lines.forEach(line -> said.append("\n- ").append(line));
        return said.toString();
    }
}
