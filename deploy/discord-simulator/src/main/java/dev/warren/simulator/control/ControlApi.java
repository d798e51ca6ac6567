package dev.warren.simulator.control;

import dev.warren.simulator.world.WorldFull;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The control API's frame: reads a request's fields, and answers bad input with what is wrong with it. */
public final class ControlApi {
    private static final Logger LOG = LoggerFactory.getLogger(ControlApi.class);
    private static final long MAX_BODY = 40L * 1024 * 1024;
    private final Router router;
    private final List<String> routes = new ArrayList<>();

    /** What a request does. */
    interface Handler {
        Reply handle(Input input);
    }

    /** What a request does that is answered later. */
    interface LaterHandler {
        Future<Reply> handle(Input input);
    }

    ControlApi(Vertx vertx) {
        router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY));
    }

    /** The router of {@code /control/v1}. */
    public Router router() {
        router.route()
                .last()
                .handler(context -> answer(
                        context,
                        new Reply(
                                404,
                                new JsonObject()
                                        .put("message", "there is no such route")
                                        .encode())));
        return router;
    }

    /** Routes as the OpenAPI document names them: {@code POST /messages}. */
    List<String> routes() {
        return List.copyOf(routes);
    }

    void get(String path, Handler handler) {
        add(HttpMethod.GET, path, input -> Future.succeededFuture(handler.handle(input)));
    }

    void post(String path, Handler handler) {
        add(HttpMethod.POST, path, input -> Future.succeededFuture(handler.handle(input)));
    }

    void put(String path, Handler handler) {
        add(HttpMethod.PUT, path, input -> Future.succeededFuture(handler.handle(input)));
    }

    void patch(String path, Handler handler) {
        add(HttpMethod.PATCH, path, input -> Future.succeededFuture(handler.handle(input)));
    }

    void delete(String path, Handler handler) {
        add(HttpMethod.DELETE, path, input -> Future.succeededFuture(handler.handle(input)));
    }

    void postLater(String path, LaterHandler handler) {
        add(HttpMethod.POST, path, handler);
    }

    private void add(HttpMethod method, String path, LaterHandler handler) {
        routes.add(method + " " + path.replaceAll(":([a-zA-Z]+)", "{$1}"));
        router.route(method, path).handler(context -> handle(context, handler));
    }

    private static void handle(RoutingContext context, LaterHandler handler) {
        try {
            handler.handle(new Input(fields(context)))
                    .onSuccess(reply -> answer(context, reply))
                    .onFailure(failure -> fail(context, failure));
        } catch (RuntimeException failure) {
            fail(context, failure);
        }
    }

    private static JsonObject fields(RoutingContext context) {
        var fields = new JsonObject();
        context.queryParams().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        try {
            if (context.body().length() > 0) {
                fields.mergeIn(new JsonObject(context.body().buffer()));
            }
        } catch (DecodeException | ClassCastException malformed) {
            throw BadInput.field("body", "a JSON object", "");
        }
        context.pathParams().forEach(fields::put);
        return fields;
    }

    private static void fail(RoutingContext context, Throwable failure) {
        switch (failure) {
            case BadInput bad ->
                answer(context, new Reply(bad.status(), bad.body().encode()));
            case WorldFull full ->
                answer(
                        context,
                        new Reply(
                                400,
                                new JsonObject()
                                        .put("message", full.getMessage())
                                        .encode()));
            case IllegalArgumentException wrong ->
                answer(
                        context,
                        new Reply(
                                400,
                                new JsonObject()
                                        .put("message", wrong.getMessage())
                                        .encode()));
            default -> {
                LOG.error("control request failed path={}", context.request().path(), failure);
                answer(
                        context,
                        new Reply(
                                500,
                                new JsonObject()
                                        .put("message", failure.toString())
                                        .encode()));
            }
        }
    }

    private static void answer(RoutingContext context, Reply reply) {
        var response = context.response().setStatusCode(reply.status());
        if (reply.body().isEmpty()) {
            response.end();
        } else {
            response.putHeader("content-type", "application/json").end(reply.body());
        }
    }
}
