package dev.warren.simulator.world;

/** Takes what happened in the world and brings it to whoever listens. */
@FunctionalInterface
public interface Dispatches {
    void dispatch(Event event);
}
