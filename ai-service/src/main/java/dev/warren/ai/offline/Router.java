package dev.warren.ai.offline;

import dev.warren.ai.tools.ToolNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds where a question goes: first by what its words say plainly, then by likeness in meaning to known questions and to what the
 * commands do. What is like nothing is not answered: a wrong answer is worse than none.
 */
@ApplicationScoped
class Router {
    private static final Pattern COMMAND = Pattern.compile("(?<![\\w/:.])[/!]([a-z0-9-]{2,32})\\b");
    private static final Pattern HOW = Pattern.compile(
            "(?i)^(?:how (?:do|can|could|would|does|should|to|about)\\b|which command|what command|what(?:'s| is) the command|is there (?:a|any|some) (?:command|way)|"
                    + "where (?:do|can) i\\b|can i\\b|may i\\b|i (?:want|would like|need|wanna) to\\b|help(?: me)?\\b|explain (?:the )?|what does)");
    private static final Pattern ABOUT_COMMANDS = Pattern.compile("(?i)\\bcommands?\\b");
    private static final Pattern FIRST_PERSON_DEED =
            Pattern.compile("(?i)\\b(?:code|script|program|poem|essay|story|recipe|homework)\\b");

    private final Embeddings embeddings;
    private final Manuals manuals;
    private final OfflineConfig config;

    Router(Embeddings embeddings, Manuals manuals, OfflineConfig config) {
        this.embeddings = embeddings;
        this.manuals = manuals;
        this.config = config;
    }

    Route route(String question) {
        return route(question, manuals.all());
    }

    /** @param known the commands there are */
    Route route(String question, List<Manual> known) {
        var text = question.strip();
        return text.isEmpty()
                ? new Route.Say("greeting")
                : named(text, known).or(() -> Phrases.read(text)).orElseGet(() -> byLikeness(text, known));
    }

    /** A command that is written as one. */
    private static Optional<Route> named(String text, List<Manual> known) {
        var found = COMMAND.matcher(text.toLowerCase(Locale.ROOT));
        while (found.find()) {
            var rest = text.toLowerCase(Locale.ROOT).substring(found.start(1));
            var manual = known.stream()
                    .filter(one -> one.command().equals(found.group(1)))
                    .max(Comparator.comparing((Manual one) -> rest.startsWith(one.path())));
            if (manual.isPresent()) {
                return Optional.of(new Route.Explain(manual.get()));
            }
        }
        return Optional.empty();
    }

    private record Near<T>(T what, double likeness) {}

    private Route byLikeness(String question, List<Manual> known) {
        var bare = Phrases.bare(question);
        var vector = embeddings.of(bare);
        var intent = nearest(vector, Intents.examples(), Intents.Example::text);
        var help = nearest(vector, known, Manual::text);
        boolean how = HOW.matcher(bare).find() || ABOUT_COMMANDS.matcher(bare).find();
        if (help.isPresent() && isHelp(how, bare, help.get().likeness(), intent)) {
            return new Route.Explain(help.get().what());
        }
        return intent.filter(near -> near.likeness() >= config.likeness())
                .map(near -> route(near.what().label(), bare))
                .orElseGet(Route.NotOffline::new);
    }

    /** Who asks how something is done wants a command, unless something else is much nearer. */
    private boolean isHelp(boolean how, String bare, double likeness, Optional<Near<Intents.Example>> intent) {
        double other = intent.map(Near::likeness).orElse(0.0);
        boolean deed = FIRST_PERSON_DEED.matcher(bare).find();
        return how
                ? !deed && likeness >= config.helpLikeness() && likeness >= other - 0.1
                : likeness >= config.likeness() && likeness > other;
    }

    private <T> Optional<Near<T>> nearest(float[] vector, List<T> all, java.util.function.Function<T, String> text) {
        var vectors = embeddings.known(all.stream().map(text).toList());
        return IntStream.range(0, all.size())
                .mapToObj(i -> new Near<>(all.get(i), Embeddings.likeness(vector, vectors.get(i))))
                .max(Comparator.comparingDouble(Near::likeness));
    }

    private static Route route(String label, String question) {
        if (label.startsWith("say:")) {
            return new Route.Say(label.substring("say:".length()));
        }
        return label.startsWith("tool:")
                ? new Route.Use(
                        label.substring("tool:".length()), arguments(label.substring("tool:".length()), question))
                : new Route.NotOffline();
    }

    /** What the tool needs, as far as it is in the question. */
    private static Map<String, String> arguments(String tool, String question) {
        return switch (tool) {
            case ToolNames.SEARCH -> Map.of("query", question);
            case ToolNames.RECALL -> Map.of("about", question);
            case ToolNames.REMEMBER -> Map.of("fact", question);
            case ToolNames.IMAGE -> Map.of("prompt", question);
            case ToolNames.CHANNELS -> Map.of("about", question);
            default -> Map.of();
        };
    }
}
