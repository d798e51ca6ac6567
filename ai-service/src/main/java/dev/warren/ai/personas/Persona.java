package dev.warren.ai.personas;

/**
 * Who the bot is.
 *
 * @param id lower-case, such as {@code bunny}
 * @param emoji shown before its name
 * @param greeting what it says to somebody who calls it and asks nothing
 * @param loadingLine what it says while an answer takes its time
 * @param instructions how it speaks, for the model
 */
public record Persona(String id, String name, String emoji, String greeting, String loadingLine, String instructions) {
    public Persona {
        if (!id.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("id must match [a-z0-9-]{1,32}: " + id);
        }
        if (name.isBlank() || instructions.isBlank()) {
            throw new IllegalArgumentException("name and instructions must not be blank: " + id);
        }
    }
}
