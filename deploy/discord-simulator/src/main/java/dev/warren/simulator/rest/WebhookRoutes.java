package dev.warren.simulator.rest;

import dev.warren.simulator.rest.Routes.Open;
import dev.warren.simulator.rest.Routes.Route;
import dev.warren.simulator.world.Snowflake;
import io.vertx.core.http.HttpMethod;

/** Paths with a webhook's token, which interactions share: their "webhook" is the application. */
final class WebhookRoutes {
    private static final String TOKEN = "/webhooks/{webhook_id}/{webhook_token}";
    private static final String ORIGINAL = TOKEN + "/messages/@original";
    private static final String MESSAGE = TOKEN + "/messages/{message_id}";
    private final Snowflake application;
    private final InteractionFollowUps followUps;
    private final Webhooks webhooks;

    WebhookRoutes(Snowflake application, InteractionFollowUps followUps, Webhooks webhooks) {
        this.application = application;
        this.followUps = followUps;
        this.webhooks = webhooks;
    }

    void addTo(Routes routes) {
        add(
                routes,
                HttpMethod.POST,
                TOKEN,
                call -> ofInteraction(call) ? followUps.create(call) : webhooks.execute(call));
        add(routes, HttpMethod.GET, ORIGINAL, call -> followUps.get(call, "@original"));
        add(routes, HttpMethod.PATCH, ORIGINAL, call -> followUps.edit(call, "@original"));
        add(routes, HttpMethod.DELETE, ORIGINAL, call -> followUps.delete(call, "@original"));
        add(
                routes,
                HttpMethod.GET,
                MESSAGE,
                call -> ofInteraction(call) ? followUps.get(call, call.path("message_id")) : webhooks.getMessage(call));
        add(
                routes,
                HttpMethod.PATCH,
                MESSAGE,
                call -> ofInteraction(call)
                        ? followUps.edit(call, call.path("message_id"))
                        : webhooks.editMessage(call));
        add(
                routes,
                HttpMethod.DELETE,
                MESSAGE,
                call -> ofInteraction(call)
                        ? followUps.delete(call, call.path("message_id"))
                        : webhooks.deleteMessage(call));
        add(routes, HttpMethod.GET, TOKEN, webhooks::getWithToken);
        add(routes, HttpMethod.PATCH, TOKEN, webhooks::changeWithToken);
        add(routes, HttpMethod.DELETE, TOKEN, webhooks::deleteWithToken);
        routes.post("/channels/{channel_id}/webhooks", Bucket.OTHER, webhooks::create);
        routes.get("/channels/{channel_id}/webhooks", Bucket.OTHER, webhooks::ofChannel);
        routes.get("/guilds/{guild_id}/webhooks", Bucket.OTHER, webhooks::ofGuild);
        routes.get("/webhooks/{webhook_id}", Bucket.OTHER, webhooks::get);
        routes.patch("/webhooks/{webhook_id}", Bucket.OTHER, webhooks::change);
        routes.delete("/webhooks/{webhook_id}", Bucket.OTHER, webhooks::delete);
    }

    private boolean ofInteraction(Call call) {
        return call.path("webhook_id").equals(application.toString());
    }

    /** A path with an interaction's token is exempt from the global limit, one with a webhook's token is counted apart anyhow. */
    private static void add(Routes routes, HttpMethod method, String template, Routes.Handler handler) {
        routes.add(new Route(method, template, Bucket.WEBHOOK, Open.INTERACTION), handler);
    }
}
