package dev.warren.simulator.interactions;

/** Leaves the building of an interaction with what is wrong. Without stack trace: it is an answer, not a fault. */
final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Invocation outcome;

    NotSent(Invocation outcome) {
        super(outcome.toString(), null, false, false);
        this.outcome = outcome;
    }

    static NotSent of(String field, String rule, Object value) {
        return new NotSent(new Invocation.Invalid(field, rule, value));
    }

    Invocation outcome() {
        return outcome;
    }
}
