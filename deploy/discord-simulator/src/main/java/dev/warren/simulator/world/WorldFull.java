package dev.warren.simulator.world;

/** A bound of the local Discord is reached: it is made for tests, not for a million guilds. */
public final class WorldFull extends RuntimeException {
    private static final long serialVersionUID = 1;

    WorldFull(String what, int bound) {
        super("the local Discord holds at most " + bound + " " + what);
    }
}
