package dev.warren.simulator.rest;

import dev.warren.simulator.faults.Fault;
import dev.warren.simulator.faults.FaultKind;
import dev.warren.simulator.faults.Faults;
import dev.warren.simulator.stats.Stats;
import dev.warren.simulator.stats.Stats.Count;
import dev.warren.simulator.validation.FieldError;
import dev.warren.simulator.validation.RequestCheck;
import dev.warren.simulator.validation.RequestChecks;
import dev.warren.simulator.validation.Violations;
import dev.warren.simulator.world.Application;
import dev.warren.simulator.world.WorldFull;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a REST request through Discord's stages: token, faults, limits, form, handler, answer. Confined to the event loop. */
public final class RestApi implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(RestApi.class);
    private static final long MAX_BODY = 26L * 1024 * 1024;
    private static final Duration DEFAULT_DELAY = Duration.ofSeconds(1);
    private final Vertx vertx;
    private final Router router;
    private final Application application;
    private final RateLimits limits;
    private final Faults faults;
    private final Stats stats;
    private final RequestChecks checks;
    private final Violations violations;

    public RestApi(
            Vertx vertx,
            Application application,
            RateLimits limits,
            Faults faults,
            Stats stats,
            RequestChecks checks,
            Violations violations) {
        this.vertx = vertx;
        this.application = application;
        this.limits = limits;
        this.faults = faults;
        this.stats = stats;
        this.checks = checks;
        this.violations = violations;
        router = Router.router(vertx);
    }

    /** The router of {@code /api/v10}, with an answer for what is not there. */
    public Router router() {
        router.route().handler(context -> {
            stats.answered(context.request().method().name(), "(unknown)", 404);
            send(
                    context.response().setStatusCode(404),
                    new JsonObject()
                            .put("message", "404: Not Found")
                            .put("code", 0)
                            .encode());
        });
        return router;
    }

    @Override
    public void add(Route route, Handler handler) {
        router.route(route.method(), route.path()).handler(context -> receive(context, route, handler));
    }

    private void receive(RoutingContext context, Route route, Handler handler) {
        HttpServerRequest request = context.request();
        boolean bodiless = route.method() == HttpMethod.GET || route.method() == HttpMethod.DELETE;
        if (Optional.ofNullable(request.getHeader("content-length"))
                .filter(text -> text.length() > 9)
                .isPresent()) {
            answer(context, route, Refused.of(413, 40005, "Request entity too large"));
            return;
        }
        Future<Buffer> bytes = bodiless && request.isEnded() ? Future.succeededFuture(Buffer.buffer()) : request.body();
        bytes.onSuccess(buffer -> process(context, route, handler, buffer)).onFailure(context::fail);
    }

    private void process(RoutingContext context, Route route, Handler handler, Buffer bytes) {
        String method = route.method().name();
        try {
            if (bytes.length() > MAX_BODY) {
                throw Refused.of(413, 40005, "Request entity too large");
            }
            if (rateLimited(context, route)) {
                return;
            }
            authorize(context, route);
            if (faults.strike(FaultKind.REST_500, method, route.template()).isPresent()) {
                stats.add(Count.FAULTS);
                throw Refused.of(500, 0, "500: Internal Server Error");
            }
            Body body = Body.read(Optional.ofNullable(context.request().getHeader("content-type")), bytes);
            var check = new RequestCheck(
                    method, route.template(), context.pathParams(), query(context), body.text(), body.multipart());
            checks.check(check)
                    .onSuccess(invalid -> {
                        note(check, invalid);
                        handle(context, route, () -> {
                            if (!invalid.isEmpty()) {
                                throw Refused.form(invalid);
                            }
                            return handler.handle(new Call(context, body));
                        });
                    })
                    .onFailure(bug -> {
                        LOG.error("request could not be checked route={}", route.template(), bug);
                        answer(context, route, Refused.of(500, 0, "500: Internal Server Error"));
                    });
        } catch (Refused refused) {
            answer(context, route, refused);
        } catch (RuntimeException bug) {
            LOG.error("request could not be read route={}", route.template(), bug);
            answer(context, route, Refused.of(500, 0, "500: Internal Server Error"));
        }
    }

    private void note(RequestCheck check, List<FieldError> errors) {
        stats.add(Count.REQUESTS_VALIDATED, checks.active() ? 1 : 0);
        if (!errors.isEmpty()) {
            stats.add(Count.VIOLATIONS);
            violations.add(limits.now().toInstant(), check, errors);
        }
    }

    private static List<Map.Entry<String, String>> query(RoutingContext context) {
        return context.request().query() == null
                ? List.of()
                : context.queryParams().entries();
    }

    private void authorize(RoutingContext context, Route route) {
        Optional<String> token = Optional.ofNullable(context.request().getHeader("authorization"));
        boolean needed = route.access() == Open.BOT;
        if (token.isEmpty() ? needed : !application.accepts(token.get())) {
            throw Refused.unauthorized();
        }
    }

    private interface Work {
        Answer run();
    }

    private void handle(RoutingContext context, Route route, Work work) {
        try {
            switch (work.run()) {
                case Answer.Json json -> answer(context, route, json.status(), Optional.of(json.body()));
                case Answer.Nothing nothing -> answer(context, route, 204, Optional.empty());
            }
        } catch (Refused refused) {
            answer(context, route, refused);
        } catch (WorldFull full) {
            answer(context, route, Refused.of(400, 30013, String.valueOf(full.getMessage())));
        } catch (ClassCastException wrongType) {
            LOG.warn("a field of the request has another type than Discord's route={}", route.template(), wrongType);
            answer(context, route, Refused.form("", "BASE_TYPE_CHOICES", "A field has a wrong type."));
        } catch (RuntimeException bug) {
            LOG.error("request failed route={}", route.template(), bug);
            answer(context, route, Refused.of(500, 0, "500: Internal Server Error"));
        }
    }

    private void answer(RoutingContext context, Route route, Refused refused) {
        answer(context, route, refused.status(), Optional.of(refused.json().encode()));
    }

    private void answer(RoutingContext context, Route route, int status, Optional<String> body) {
        String method = route.method().name();
        stats.answered(method, route.template(), status);
        if (status == 401 || status == 403) {
            limits.countInvalid();
            stats.add(Count.INVALID_REQUESTS);
        }
        if (status < 300
                && faults.strike(FaultKind.REST_RESET_AFTER_ACCEPT, method, route.template())
                        .isPresent()) {
            stats.add(Count.FAULTS);
            context.request().connection().close();
            return;
        }
        Optional<Fault> delay = faults.strike(FaultKind.DELAY, method, route.template());
        HttpServerResponse response = context.response().setStatusCode(status);
        Runnable send = () -> body.ifPresentOrElse(text -> send(response, text), response::end);
        if (delay.isPresent()) {
            stats.add(Count.FAULTS);
            vertx.setTimer(Math.max(1, delay.get().time().orElse(DEFAULT_DELAY).toMillis()), any -> {
                if (!response.closed()) {
                    send.run();
                }
            });
        } else {
            send.run();
        }
    }

    private static void send(HttpServerResponse response, String json) {
        response.putHeader("content-type", "application/json").end(json);
    }

    private boolean rateLimited(RoutingContext context, Route route) {
        String method = route.method().name();
        Optional<Fault> fault = faults.strike(FaultKind.REST_429, method, route.template());
        if (fault.isPresent()) {
            stats.add(Count.FAULTS);
            stats.add(Count.RATE_LIMITED_FAULT);
            refuse(context, route, fault.get().time().orElse(DEFAULT_DELAY).toMillis(), "shared", false);
            return true;
        }
        String major = Optional.ofNullable(context.pathParam("channel_id"))
                .or(() -> Optional.ofNullable(context.pathParam("guild_id")))
                .or(() -> Optional.ofNullable(context.pathParam("webhook_token")))
                .or(() -> Optional.ofNullable(context.pathParam("interaction_id")))
                .orElse("");
        RateLimits.Decision decision = limits.take(route.bucket(), major, route.access() != Open.INTERACTION);
        HttpServerResponse response = context.response().putHeader("via", "1.1 google");
        response.putHeader("date", DateTimeFormatter.RFC_1123_DATE_TIME.format(limits.now()));
        if (!decision.bucket().isEmpty()) {
            response.putHeader("x-ratelimit-bucket", decision.bucket())
                    .putHeader("x-ratelimit-limit", Integer.toString(decision.limit()))
                    .putHeader("x-ratelimit-remaining", Integer.toString(Math.max(0, decision.remaining())))
                    .putHeader("x-ratelimit-reset", seconds(decision.resetAt()))
                    .putHeader("x-ratelimit-reset-after", seconds(decision.resetAfter()));
        }
        return switch (decision.outcome()) {
            case PASSED -> false;
            case USER -> {
                stats.add(Count.RATE_LIMITED_USER);
                yield refuse(context, route, decision.resetAfter(), "user", false);
            }
            case GLOBAL -> {
                stats.add(Count.RATE_LIMITED_GLOBAL);
                yield refuse(context, route, decision.resetAfter(), "global", true);
            }
            case BLOCKED -> {
                response.headers().remove("via");
                stats.answered(method, route.template(), 429);
                response.setStatusCode(429).putHeader("retry-after", "600").end("error code: 1015");
                yield true;
            }
        };
    }

    private boolean refuse(RoutingContext context, Route route, long millis, String scope, boolean global) {
        if (!scope.equals("shared")) {
            limits.countInvalid();
            stats.add(Count.INVALID_REQUESTS);
        }
        stats.answered(route.method().name(), route.template(), 429);
        HttpServerResponse response = context.response()
                .setStatusCode(429)
                .putHeader("via", "1.1 google")
                .putHeader("retry-after", Long.toString(Math.max(1, (millis + 999) / 1000)))
                .putHeader("x-ratelimit-remaining", "0")
                .putHeader("x-ratelimit-reset-after", seconds(millis))
                .putHeader("x-ratelimit-scope", scope);
        if (global) {
            response.putHeader("x-ratelimit-global", "true");
        }
        send(
                response,
                new JsonObject()
                        .put("message", "You are being rate limited.")
                        .put("retry_after", Math.max(1, millis) / 1000.0)
                        .put("global", global)
                        .encode());
        return true;
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", Math.max(0, millis) / 1000.0);
    }
}
