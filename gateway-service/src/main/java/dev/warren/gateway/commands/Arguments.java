package dev.warren.gateway.commands;

import dev.warren.schemas.bot.OptionDescription;
import dev.warren.schemas.discord.OptionType;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was written after a command's name, matched to its options in their order. An optional option that the next word does not fit is
 * left out; the last one takes several words where its kind may have them.
 */
final class Arguments {
    /** Names and spans of time may have several words. */
    private static final Set<OptionType> SEVERAL_WORDS = EnumSet.of(
            OptionType.USER, OptionType.ROLE, OptionType.CHANNEL, OptionType.MENTIONABLE, OptionType.DURATION);

    private final OptionReader reader;
    private final String text;
    private final List<Words.Word> words;
    private final Surroundings around;
    private final Iterator<String> attachments;
    private final Map<String, Read> values = new LinkedHashMap<>();
    private Optional<Misfit> leftOut = Optional.empty();
    private int at;

    private Arguments(OptionReader reader, String text, Surroundings around) {
        this.reader = reader;
        this.text = text;
        this.words = Words.of(text);
        this.around = around;
        this.attachments = around.attachments().keySet().stream().sorted().iterator();
    }

    /** What came of it. */
    sealed interface Parsed {}

    /** All of it fits; members may have to be looked up. */
    record Fitting(Map<String, Read> values) implements Parsed {}

    /**
     * Something does not.
     *
     * @param option whose argument it is; none for words too many
     * @param why goes on from the option's name
     */
    record Misfit(Optional<OptionDescription> option, String why) implements Parsed {}

    static Parsed parse(OptionReader reader, List<OptionDescription> options, String text, Surroundings around) {
        var arguments = new Arguments(reader, text, around);
        for (int i = 0; i < options.size(); i++) {
            var misfit = arguments.take(options.get(i), i == options.size() - 1);
            if (misfit.isPresent()) {
                return misfit.get();
            }
        }
        return arguments.end();
    }

    private Optional<Misfit> take(OptionDescription option, boolean last) {
        if (option.type() == OptionType.ATTACHMENT) {
            return attachment(option);
        }
        if (at >= words.size()) {
            return option.required() ? misfit(option, "is missing") : Optional.empty();
        }
        int taken = wordsFor(option, last);
        var read = reader.read(option, raw(option, taken), around);
        if (read instanceof Read.Wrong(var why, boolean ofItsKind)) {
            if (option.required() || last || ofItsKind) {
                return misfit(option, why);
            }
            leftOut = leftOut.or(() -> misfit(option, why));
            return Optional.empty();
        }
        values.put(option.name(), read);
        at += taken;
        return Optional.empty();
    }

    private Optional<Misfit> attachment(OptionDescription option) {
        if (!attachments.hasNext()) {
            return option.required() ? misfit(option, "is missing: attach a file") : Optional.empty();
        }
        values.put(option.name(), reader.read(option, attachments.next(), around));
        return Optional.empty();
    }

    private int wordsFor(OptionDescription option, boolean last) {
        int left = words.size() - at;
        if (option.rest() || (last && SEVERAL_WORDS.contains(option.type()))) {
            return left;
        }
        boolean spansTwo = option.type() == OptionType.DURATION
                && left > 1
                && Numbers.whole(words.get(at).text()).isPresent()
                && !(reader.read(
                                option,
                                words.get(at).text() + " " + words.get(at + 1).text(),
                                around)
                        instanceof Read.Wrong);
        return spansTwo ? 2 : 1;
    }

    /** One word without its quotes; several as they were written. */
    private String raw(OptionDescription option, int taken) {
        if (taken == 1) {
            return words.get(at).text();
        }
        int end = at + taken < words.size() ? words.get(at + taken).start() : text.length();
        return text.substring(words.get(at).start(), end).strip();
    }

    private Parsed end() {
        if (at == words.size()) {
            return new Fitting(values);
        }
        return leftOut.orElseGet(() -> new Misfit(
                Optional.empty(), "There are more words than I expected. Put words that belong together in quotes."));
    }

    private static Optional<Misfit> misfit(OptionDescription option, String why) {
        return Optional.of(new Misfit(Optional.of(option), why));
    }
}
