package dev.warren.leveling.rules;

/** By what a guild gives XP, beyond the two amounts that a minute earns. */
public record Scheme(Growths growths, Multipliers multipliers, Exclusions exclusions, Farming farming) {
    public static final Scheme NONE = new Scheme(Growths.NONE, Multipliers.NONE, Exclusions.NONE, Farming.OFF);

    /**
     * Whether a message cannot be judged by itself: a rule looks at earlier messages, or at roles, which decide whether it earns at all
     * and which only its live copy has.
     */
    public boolean looksBack() {
        return growths.looksBack() || farming.looksBack() || !exclusions.roles().isEmpty();
    }

    public Scheme with(Growths changed) {
        return new Scheme(changed, multipliers, exclusions, farming);
    }

    public Scheme with(Multipliers changed) {
        return new Scheme(growths, changed, exclusions, farming);
    }

    public Scheme with(Exclusions changed) {
        return new Scheme(growths, multipliers, changed, farming);
    }

    public Scheme with(Farming changed) {
        return new Scheme(growths, multipliers, exclusions, changed);
    }
}
