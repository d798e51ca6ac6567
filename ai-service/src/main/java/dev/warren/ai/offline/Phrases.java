package dev.warren.ai.offline;

import dev.warren.ai.calculator.Calculator;
import dev.warren.ai.calculator.Sum;
import dev.warren.ai.prices.Prices;
import dev.warren.ai.tools.ToolNames;
import dev.warren.ai.zones.Zones;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What can be read from the words themselves, without any likeness: sums, times, prices, and what begins with a clear verb. */
final class Phrases {
    private static final Pattern COURTESY = Pattern.compile(
            "(?i)^(?:(?:hey|hi|hello|ok|okay|so|um|please|pls|bunny|kitten|owl|squirrel|fox|panda|warren)[,!\\s]+)*"
                    + "(?:(?:can|could|would|will) you (?:please |kindly )?(?:tell me |show me )?|tell me |please |do you know |i want to know )*");
    private static final Pattern THANKS =
            Pattern.compile("(?i)[,\\s]+(?:please|pls|for me|thanks|thank you)[,\\s]*(?:please|thanks)?[?.!]*$");
    private static final Pattern ASKING_SUM = Pattern.compile(
            "(?i)^(?:what(?:'s| is| are)?|how much (?:is|are|does|do)|calculate|compute|solve|work out|evaluate|calc|sum up)\\s+(?:the (?:result|value|sum) of\\s+)?");
    private static final Pattern DIGITS_AND_SIGNS = Pattern.compile("(?s).*\\d.*[-+*/^%×÷(].*|.*sqrt.*\\d.*");
    private static final Pattern TIME = Pattern.compile("(?i)\\b(?:time|clock|hour|date|day)\\b");
    private static final Pattern PLACE =
            Pattern.compile("(?i)\\b(?:in|at|for|over in)\\s+(.{2,40}?)(?:\\s+(?:right now|now|today|please))?[?.!]*$");
    private static final Pattern PLAIN_TIME = Pattern.compile(
            "(?i)^(?:what(?:'s| is)?\\s+)?(?:the\\s+)?(?:current\\s+)?(?:time|date|day|time is it|day is it|date is it|day of the week)"
                    + "(?:\\s+is\\s+(?:it|today))?(?:\\s+(?:right\\s+)?now|\\s+today|\\s+please)*[?.!]*$");
    private static final Pattern COST =
            Pattern.compile("(?i)\\b(?:price|cost|costs|worth|value|trading|trade|quote|rate|how much)\\b");
    private static final Pattern REMEMBER = Pattern.compile(
            "(?i)^(?:remember|note|keep in mind|don'?t forget|make a note|memori[sz]e)(?: that|:|,)?\\s+(.{3,400})$");
    private static final Pattern ASKING_MEMORY = Pattern.compile("(?i)^remember (?:me|when|what|who|how)\\b.*");
    private static final Pattern SEARCH = Pattern.compile(
            "(?i)^(?:search(?: the (?:web|internet|net))?(?: for)?|google|look up|web search|browse(?: for)?)\\s+(.{2,200})$");
    private static final Pattern DRAW = Pattern.compile(
            "(?i)^(?:draw|paint|sketch|imagine|(?:make|create|generate|give|show)(?: me)? (?:a|an|some) (?:picture|image|drawing|painting|photo|illustration) of)"
                    + "\\s+(?:me\\s+|us\\s+)?(.{2,400})$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'-]+");
    private static final int MOST_PLACE_WORDS = 3;

    private Phrases() {}

    /** Without greeting, "could you please" and thanks, which say nothing of what is wanted. */
    static String bare(String text) {
        var line = text.replaceAll("<@!?\\d+>", " ").replaceAll("\\s+", " ").strip();
        var bare = THANKS.matcher(COURTESY.matcher(line).replaceFirst(""))
                .replaceFirst("")
                .strip();
        return bare.isEmpty() ? line : bare;
    }

    static Optional<Route> read(String text) {
        var bare = bare(text);
        return sum(bare)
                .or(() -> price(bare))
                .or(() -> time(bare))
                .or(() -> verb(REMEMBER, bare, ToolNames.REMEMBER, "fact")
                        .filter(_ -> !ASKING_MEMORY.matcher(bare).matches()))
                .or(() -> verb(DRAW, bare, ToolNames.IMAGE, "prompt"))
                .or(() -> verb(SEARCH, bare, ToolNames.SEARCH, "query"));
    }

    private static Optional<Route> verb(Pattern pattern, String bare, String tool, String argument) {
        var found = pattern.matcher(bare);
        return found.matches()
                ? Optional.of(
                        new Route.Use(tool, Map.of(argument, found.group(1).replaceFirst("[?.!]+$", ""))))
                : Optional.empty();
    }

    private static Optional<Route> sum(String bare) {
        var asked = ASKING_SUM.matcher(bare).replaceFirst("");
        var sum = spoken(asked.replaceFirst("[?.!]+$", "").strip());
        boolean likeOne = DIGITS_AND_SIGNS.matcher(sum).matches();
        return likeOne && Calculator.work(sum) instanceof Sum.Fine
                ? Optional.of(new Route.Use(ToolNames.CALCULATE, Map.of("sum", sum)))
                : Optional.empty();
    }

    /** Operations in words, as signs. */
    private static String spoken(String text) {
        return text.replaceAll("(?i)\\b(?:the )?square root of\\s+(\\d+(?:\\.\\d+)?)", "sqrt($1)")
                .replaceAll("(?i)\\s+squared\\b", "^2")
                .replaceAll("(?i)\\s+cubed\\b", "^3")
                .replaceAll("(?i)\\s+(?:to the power of|raised to)\\s+", "^")
                .replaceAll("(?i)\\s+(?:multiplied by|times)\\s+", "*")
                .replaceAll("(?i)\\s+(?:divided by|over)\\s+", "/")
                .replaceAll("(?i)\\s+plus\\s+", "+")
                .replaceAll("(?i)\\s+minus\\s+", "-")
                .replaceAll("(?i)\\s+mod(?:ulo)?\\s+", "%")
                .replaceAll("(?i)\\bhalf of\\s+", "0.5*");
    }

    private static Optional<Route> time(String bare) {
        if (PLAIN_TIME.matcher(bare).matches()) {
            return Optional.of(new Route.Use(ToolNames.TIME, Map.of()));
        }
        if (!TIME.matcher(bare).find()) {
            return Optional.empty();
        }
        var place = PLACE.matcher(bare);
        var named = place.find() ? Zones.find(place.group(1)).map(_ -> place.group(1)) : Optional.<String>empty();
        return named.or(() -> placeIn(bare)).map(name -> new Route.Use(ToolNames.TIME, Map.of("place", name)));
    }

    /** The longest name of a place within a sentence; short words and those that mean something else are none. */
    private static Optional<String> placeIn(String text) {
        var words = WORD.matcher(text).results().map(found -> found.group()).toList();
        return IntStream.rangeClosed(1, MOST_PLACE_WORDS)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .flatMap(length -> IntStream.rangeClosed(0, words.size() - length)
                        .mapToObj(from ->
                                words.subList(from, from + length).stream().collect(Collectors.joining(" "))))
                .filter(name -> name.length() > 3
                        && Character.isUpperCase(name.charAt(0))
                        && Zones.find(name).isPresent())
                .findFirst();
    }

    private static Optional<Route> price(String bare) {
        if (!COST.matcher(bare).find()) {
            return Optional.empty();
        }
        var words = Arrays.asList(bare.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
        var coin = words.stream()
                .filter(word -> Prices.coins().containsKey(word)
                                && !word.equals("link")
                                && !word.equals("dot")
                                && !word.equals("ada")
                        || Prices.coins().containsValue(word))
                .findFirst();
        var currency = words.stream()
                .flatMap(word -> switch (word) {
                    case "euro", "euros", "eur" -> java.util.stream.Stream.of("eur");
                    case "dollar", "dollars", "usd" -> java.util.stream.Stream.of("usd");
                    case "pound", "pounds", "gbp" -> java.util.stream.Stream.of("gbp");
                    case "yen", "jpy" -> java.util.stream.Stream.of("jpy");
                    case "chf", "cad", "aud" -> java.util.stream.Stream.of(word);
                    default -> java.util.stream.Stream.<String>empty();
                })
                .findFirst()
                .orElse("usd");
        return coin.map(name -> new Route.Use(ToolNames.PRICE, Map.of("coin", name, "currency", currency)));
    }
}
