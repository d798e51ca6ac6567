package dev.warren.ai.calculator;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.AverageFunction;
import com.ezylang.evalex.functions.basic.CeilingFunction;
import com.ezylang.evalex.functions.basic.FloorFunction;
import com.ezylang.evalex.functions.basic.Log10Function;
import com.ezylang.evalex.functions.basic.LogFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.SqrtFunction;
import com.ezylang.evalex.functions.basic.SumFunction;
import com.ezylang.evalex.functions.trigonometric.AcosFunction;
import com.ezylang.evalex.functions.trigonometric.AsinFunction;
import com.ezylang.evalex.functions.trigonometric.AtanFunction;
import com.ezylang.evalex.functions.trigonometric.CosFunction;
import com.ezylang.evalex.functions.trigonometric.SinFunction;
import com.ezylang.evalex.functions.trigonometric.TanFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixModuloOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Works sums out exactly to 34 digits. Only arithmetic: no variables, texts or dates, nothing by chance. What an input can cost is
 * bounded by its length and by {@link Bounds}.
 */
public final class Calculator {
    /** Longest input, in characters. */
    public static final int LONGEST = 200;

    private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_EVEN);
    private static final int SHOWN_DIGITS = 15;
    private static final int MOST_PLAIN = 34;
    private static final Pattern FUNCTION_OF_MANY = Pattern.compile("(?i)\\b(max|min|sum|average)\\s*\\(");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern PERCENT_OF = Pattern.compile("(?i)(\\d+(?:\\.\\d+)?)\\s*(?:%|percent)\\s*of\\b");
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%(?=\\s*(?:$|[)+*/-]))");
    private static final Pattern TIMES = Pattern.compile("(?<=[\\d)])\\s*[xX×]\\s*(?=[\\d(.])");
    private static final Pattern LARGE_EXPONENT = Pattern.compile("(?i)\\de[+-]?\\d{4,}");

    @SuppressWarnings("unchecked")
    private static final FunctionDictionaryIfc FUNCTIONS = MapBasedFunctionDictionary.ofFunctions(
            Map.entry("ABS", new AbsFunction()),
            Map.entry("AVERAGE", new AverageFunction()),
            Map.entry("CEILING", new CeilingFunction()),
            Map.entry("FACT", new Bounds.Factorial()),
            Map.entry("FLOOR", new FloorFunction()),
            Map.entry("LN", new LogFunction()),
            Map.entry("LOG", new Log10Function()),
            Map.entry("MAX", new MaxFunction()),
            Map.entry("MIN", new MinFunction()),
            Map.entry("SQRT", new SqrtFunction()),
            Map.entry("SUM", new SumFunction()),
            Map.entry("SIN", new SinFunction()),
            Map.entry("COS", new CosFunction()),
            Map.entry("TAN", new TanFunction()),
            Map.entry("ASIN", new AsinFunction()),
            Map.entry("ACOS", new AcosFunction()),
            Map.entry("ATAN", new AtanFunction()));

    @SuppressWarnings("unchecked")
    private static final ExpressionConfiguration ARITHMETIC = ExpressionConfiguration.builder()
            .operatorDictionary(MapBasedOperatorDictionary.ofOperators(
                    Map.entry("+", new PrefixPlusOperator()),
                    Map.entry("-", new PrefixMinusOperator()),
                    Map.entry("+", new InfixPlusOperator()),
                    Map.entry("-", new InfixMinusOperator()),
                    Map.entry("*", new InfixMultiplicationOperator()),
                    Map.entry("/", new InfixDivisionOperator()),
                    Map.entry("^", new Bounds.Power()),
                    Map.entry("%", new InfixModuloOperator())))
            .functionDictionary(FUNCTIONS)
            .mathContext(DIGITS)
            .arraysAllowed(false)
            .structuresAllowed(false)
            .allowOverwriteConstants(false)
            .locale(Locale.ROOT)
            .maxRecursionDepth(LONGEST)
            .build();

    private Calculator() {}

    /** Works a sum out, such as {@code 2 * (3 + 4)}, {@code 15% of 80} or {@code sqrt(2)}; angles are in degrees. */
    public static Sum work(String written) {
        var text = written.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return new Sum.Wrong("A sum must have 1 to %d characters; this has %d.".formatted(LONGEST, text.length()));
        }
        var sum = arithmetic(text);
        if (LARGE_EXPONENT.matcher(sum).find()) {
            return new Sum.Wrong(
                    "That has a number too large for me: at most %d digits.".formatted(Bounds.MOST_DIGITS));
        }
        try {
            var value = new Expression(sum, ARITHMETIC).evaluate();
            return value.isNumberValue()
                    ? new Sum.Fine(shown(value.getNumberValue()))
                    : new Sum.Wrong("That is no sum I can work out.");
        } catch (BaseException e) {
            return new Sum.Wrong("I cannot work that out: %s.".formatted(reason(e)));
        } catch (ArithmeticException | IllegalArgumentException e) {
            return new Sum.Wrong("I cannot work that out: %s.".formatted(reason(e)));
        }
    }

    private static String arithmetic(String text) {
        var sum = FUNCTION_OF_MANY.matcher(text).find()
                ? text
                : THOUSANDS.matcher(text).replaceAll("");
        sum = PERCENT_OF.matcher(sum).replaceAll("($1/100)*");
        sum = PERCENT.matcher(sum).replaceAll("($1/100)");
        sum = TIMES.matcher(sum).replaceAll("*");
        return sum.replace("**", "^")
                .replace('÷', '/')
                .replace('−', '-')
                .replace("π", "PI")
                .replaceFirst("\\s*=\\s*\\??$", "");
    }

    private static String reason(Exception e) {
        var message =
                String.valueOf(e.getMessage()).replaceAll("[\\r\\n`@]", " ").strip();
        var first = message.isEmpty() ? "something is wrong with it" : message;
        var plain = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
        return plain.isEmpty() ? plain : Character.toLowerCase(plain.charAt(0)) + plain.substring(1);
    }

    private static String shown(BigDecimal exact) {
        var number = exact.round(new MathContext(SHOWN_DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        long magnitude = (long) number.precision() - number.scale();
        if (Math.abs(magnitude) > MOST_PLAIN) {
            return number.toString().replace("E", " × 10^").replace("^+", "^");
        }
        // a whole number is shown whole, with what it has
        var whole = exact.signum() != 0 && exact.stripTrailingZeros().scale() <= 0 ? exact : number;
        var plain = whole.stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.');
        var front = point < 0 ? plain : plain.substring(0, point);
        var grouped = front.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
        return point < 0 ? grouped : grouped + plain.substring(point);
    }
}
