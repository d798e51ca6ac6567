package dev.warren.simulator.interactions;

import java.util.List;

/** What became of a member's attempt to use a command, a component or a modal. */
public sealed interface Invocation {
    /** The bot was told. */
    record Sent(Interaction interaction) implements Invocation {}

    /** There is no such thing; what there is instead. */
    record Unknown(String what, List<String> known) implements Invocation {}

    /** Discord does not show it to this member. */
    record NotAllowed(String why) implements Invocation {}

    /** Discord's client would not send it. */
    record Invalid(String field, String rule, Object value) implements Invocation {}
}
