package dev.warren.leveling.experience;

/** What other rooms' tests need of this one: nothing was ever set. */
public final class TestGains {
    private TestGains() {}

    public static RulesHistory history() {
        return new RulesHistory();
    }

    public static Gains gains() {
        return new Gains(history());
    }
}
