package dev.warren.memory.reminders.phrases;

import dev.warren.memory.reminders.phrases.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The pieces of a phrase, and how far they are read. */
final class Tokens {
    private static final int LARGEST = 10_000;

    private final List<Token> all;
    private int at;

    Tokens(List<Token> all) {
        this.all = List.copyOf(all);
    }

    boolean left() {
        return at < all.size();
    }

    Optional<Token> peek() {
        return peek(0);
    }

    Optional<Token> peek(int further) {
        return at + further < all.size() ? Optional.of(all.get(at + further)) : Optional.empty();
    }

    /** Goes back to where it was when nothing comes of it, or when nothing was read. */
    boolean trying(Supplier<? extends Optional<?>> reading) {
        int before = at;
        if (reading.get().isPresent() && at > before) {
            return true;
        }
        at = before;
        return false;
    }

    /** As {@link #trying}, and gives what was read. */
    <T> Optional<T> attempt(Supplier<Optional<T>> reading) {
        int before = at;
        var read = reading.get();
        if (read.isEmpty()) {
            at = before;
        }
        return read;
    }

    /** Reads one of these words if it comes next. */
    boolean takes(Set<String> words) {
        if (peek().filter(token -> token.kind() == Kind.WORD && words.contains(token.text()))
                .isPresent()) {
            at++;
            return true;
        }
        return false;
    }

    boolean takes(String word) {
        return takes(Set.of(word));
    }

    /** Reads a piece of this kind if it comes next. */
    Optional<String> take(Kind kind) {
        var next = peek().filter(token -> token.kind() == kind).map(Token::text);
        next.ifPresent(_ -> at++);
        return next;
    }

    Optional<String> word() {
        return take(Kind.WORD);
    }

    /** Reads a whole number in digits or in words. */
    Optional<Integer> number() {
        return attempt(() -> take(Kind.NUMBER)
                        .map(Long::parseLong)
                        .filter(number -> number <= LARGEST)
                        .map(Long::intValue))
                .or(() -> attempt(() -> word().flatMap(Vocabulary::number)));
    }
}
