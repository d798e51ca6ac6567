package dev.warren.gateway.rest;

/**
 * A route with its parameters, made by {@link RestRoute#at}.
 *
 * @param route the route
 * @param path the path under the base address, encoded
 * @param major the values of the major parameters, empty when there are none
 */
public record RestTarget(RestRoute route, String path, String major) {
    /** The route alone: the path may hold an interaction's token. */
    @Override
    public String toString() {
        return route.toString();
    }
}
