package dev.warren.simulator.rest;

import io.vertx.core.http.HttpMethod;

/** Where the handlers of one resource put their routes. */
interface Routes {
    /** What a request to one route gets. */
    @FunctionalInterface
    interface Handler {
        Answer handle(Call call);
    }

    /**
     * A route.
     *
     * @param method of HTTP
     * @param template as in Discord's document: {@code /channels/{channel_id}/messages}
     * @param bucket whose limit it counts against
     * @param access who may use it, and whether it counts globally
     */
    record Route(HttpMethod method, String template, Bucket bucket, Open access) {
        /** The path for the router. */
        String path() {
            return template.replaceAll("\\{([a-z_0-9]+)}", ":$1");
        }
    }

    /** Who may use a route. */
    enum Open {
        /** The bot; counted in all. */
        BOT,
        /** Who has the token in the path; counted in all. */
        TOKEN_IN_PATH,
        /** Who has the interaction's token; not counted in all. */
        INTERACTION
    }

    void add(Route route, Handler handler);

    default void get(String template, Bucket bucket, Handler handler) {
        add(new Route(HttpMethod.GET, template, bucket, Open.BOT), handler);
    }

    default void post(String template, Bucket bucket, Handler handler) {
        add(new Route(HttpMethod.POST, template, bucket, Open.BOT), handler);
    }

    default void put(String template, Bucket bucket, Handler handler) {
        add(new Route(HttpMethod.PUT, template, bucket, Open.BOT), handler);
    }

    default void patch(String template, Bucket bucket, Handler handler) {
        add(new Route(HttpMethod.PATCH, template, bucket, Open.BOT), handler);
    }

    default void delete(String template, Bucket bucket, Handler handler) {
        add(new Route(HttpMethod.DELETE, template, bucket, Open.BOT), handler);
    }
}
