package dev.warren.benchmarks.figures;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Figures as they are shown, to programs and to people. Four digits: the fifth is chance. */
public final class Report {
    private static final MathContext DIGITS = new MathContext(4);
    private static final List<String> TITLES =
            List.of("FIGURE", "VALUE", "UNIT", "GOAL", "MET", "CONTROL", "RATIO", "CONTROL IS");

    private Report() {}

    /** One object; {@code control} is the control's value, in the figure's unit, and {@code controlName} says what it is. */
    public static String json(String bench, List<Figure> figures) {
        var json = JsonNodeFactory.instance.objectNode().put("bench", bench);
        var array = json.putArray("figures");
        figures.forEach(figure -> array.add(json(figure)));
        return json.toString();
    }

    private static ObjectNode json(Figure figure) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", figure.name())
                .put("value", number(figure.value()))
                .put("unit", figure.unit())
                .put("control", number(figure.control().value()))
                .put("controlName", figure.control().name())
                .put("ratio", number(figure.ratio()))
                .put("goal", number(figure.goal().limit()))
                .put("goalIs", figure.goal().bound().words())
                .put("met", figure.met());
    }

    /** All figures, one on a line, the columns below one another. */
    public static String table(List<Figure> figures) {
        var rows = new ArrayList<List<String>>();
        rows.add(TITLES);
        figures.forEach(figure -> rows.add(row(figure)));
        var widths = IntStream.range(0, TITLES.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> padded(row.get(column), widths[column]))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static List<String> row(Figure figure) {
        return List.of(
                figure.name(),
                text(figure.value()),
                figure.unit(),
                figure.goal().bound().words() + " " + text(figure.goal().limit()),
                figure.met() ? "yes" : "NO",
                text(figure.control().value()),
                text(figure.ratio()),
                figure.control().name());
    }

    /** One figure in words. */
    static String line(Figure figure) {
        return "%s %s %s (%s %s: %s), %s times %s (%s)"
                .formatted(
                        figure.name(),
                        text(figure.value()),
                        figure.unit(),
                        figure.goal().bound().words(),
                        text(figure.goal().limit()),
                        figure.met() ? "met" : "not met",
                        text(figure.ratio()),
                        figure.control().name(),
                        text(figure.control().value()));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String text(double value) {
        return number(value).toPlainString();
    }

    private static BigDecimal number(double value) {
        var rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
