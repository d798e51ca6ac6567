package dev.warren.ai.calculator;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.functions.basic.FactFunction;
import com.ezylang.evalex.operators.InfixOperator;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixPowerOfOperator;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;

/** The operations of a sum that could cost a lot, with bounds: their time and memory grow with the size of numbers. */
final class Bounds {
    static final int MOST_DIGITS = 1000;
    private static final BigDecimal MOST_EXPONENT = BigDecimal.valueOf(1000);
    private static final BigDecimal MOST_FACTORIAL = BigDecimal.valueOf(400);

    private Bounds() {}

    /** @throws EvaluationException when the number has more than {@value #MOST_DIGITS} digits before or after its point */
    static EvaluationValue within(Token token, EvaluationValue value) throws EvaluationException {
        var number = value.getNumberValue();
        long magnitude = (long) number.precision() - number.scale();
        if (Math.abs(magnitude) > MOST_DIGITS) {
            throw new EvaluationException(token, "a number is too large or too small");
        }
        return value;
    }

    /** Powers. */
    @InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_POWER, leftAssociative = false)
    static final class Power extends InfixPowerOfOperator {
        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands)
                throws EvaluationException {
            if (operands[1].isNumberValue()
                    && operands[1].getNumberValue().abs().compareTo(MOST_EXPONENT) > 0) {
                throw new EvaluationException(token, "an exponent must be from -1000 to 1000");
            }
            if (operands[0].isNumberValue()) {
                within(token, operands[0]);
            }
            return within(token, super.evaluate(expression, token, operands));
        }
    }

    /** Factorials. */
    @FunctionParameter(name = "number", nonNegative = true)
    static final class Factorial extends FactFunction {
        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... values) {
            // the interface lets a function throw nothing that is checked here
            if (values[0].getNumberValue().compareTo(MOST_FACTORIAL) > 0) {
                throw new ArithmeticException("the number of a factorial must be at most 400");
            }
            return super.evaluate(expression, token, values);
        }
    }
}
