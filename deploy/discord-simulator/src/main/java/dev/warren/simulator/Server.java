package dev.warren.simulator;

import dev.warren.simulator.cdn.Attachments;
import dev.warren.simulator.cdn.Cdn;
import dev.warren.simulator.control.Controls;
import dev.warren.simulator.control.LoadControl;
import dev.warren.simulator.faults.Faults;
import dev.warren.simulator.gateway.Gateway;
import dev.warren.simulator.gateway.Greetings;
import dev.warren.simulator.interactions.ApplicationCommands;
import dev.warren.simulator.interactions.Interactions;
import dev.warren.simulator.live.Live;
import dev.warren.simulator.live.Views;
import dev.warren.simulator.net.Certificate;
import dev.warren.simulator.net.ConnectProxy;
import dev.warren.simulator.rest.RateLimits;
import dev.warren.simulator.rest.Resources;
import dev.warren.simulator.rest.RestApi;
import dev.warren.simulator.stats.Stats;
import dev.warren.simulator.validation.DiscordDocument;
import dev.warren.simulator.validation.RequestChecks;
import dev.warren.simulator.validation.Violations;
import dev.warren.simulator.web.Origins;
import dev.warren.simulator.web.WebClient;
import dev.warren.simulator.world.Application;
import dev.warren.simulator.world.Dispatches;
import dev.warren.simulator.world.World;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.PfxOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Everything on one event loop: the world, the gateway, REST, the control API, and the two ports. */
final class Server extends AbstractVerticle {
    private static final int MAX_FRAME = 64 * 1024 * 1024;
    private final SimulatorOptions options;
    private final Certificate certificate;
    private int port;

    Server(SimulatorOptions options, Certificate certificate) {
        this.options = options;
        this.certificate = certificate;
    }

    /** The plain port, once it is started. */
    int port() {
        return port;
    }

    @Override
    public void start(Promise<Void> started) {
        // the world needs the port for its addresses, so the ports are opened first and answer once the world stands
        HttpServer plain = vertx.createHttpServer(new HttpServerOptions()
                .setMaxWebSocketFrameSize(MAX_FRAME)
                .setMaxWebSocketMessageSize(MAX_FRAME)
                .setCompressionSupported(false)
                .setMaxHeaderSize(32 * 1024)
                .setTcpNoDelay(true)
                .setIdleTimeout(0));
        HttpServer tls = vertx.createHttpServer(new HttpServerOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(new PfxOptions()
                        .setPath(certificate.keystore().toString())
                        .setPassword(Certificate.PASSWORD)));
        var waiting = new Doors();
        plain.requestHandler(waiting::request).webSocketHandler(waiting::socket);
        tls.requestHandler(waiting::request);
        Future.all(plain.listen(options.network().port(), options.network().bindAddress()), tls.listen(0, "127.0.0.1"))
                .onSuccess(any -> {
                    port = plain.actualPort();
                    waiting.open(assemble(tls.actualPort()));
                    started.complete();
                })
                .onFailure(started::fail);
    }

    private Doors.Open assemble(int tlsPort) {
        String base = "http://" + options.network().publicHost() + ":" + port;
        String gatewayUri = "ws://" + options.network().publicHost() + ":" + port;
        SimulatorOptions.Bot bot = options.bot();
        var clock = options.clock();
        var stats = new Stats();
        var faults = new Faults();
        var violations = new Violations();
        var application = new Application(bot.applicationId(), bot.name(), bot.tokens(), bot.intents());
        List<Dispatches> late = new ArrayList<>();
        Dispatches all = event -> late.forEach(listener -> listener.dispatch(event));
        var world = new World(clock, options.world(), bot.applicationId(), bot.name(), all);
        var gateway = new Gateway(
                vertx,
                clock,
                options.gateway(),
                application,
                faults,
                stats,
                new Greetings(world, application, gatewayUri));
        late.add(gateway);
        var load = new LoadControl(vertx);
        late.add(load);
        var limits = new RateLimits(clock, options.rateLimits());
        RequestChecks checks = options.document()
                .<RequestChecks>map(file -> new DiscordDocument(vertx, file))
                .orElse(RequestChecks.NONE);
        var interactions = new Interactions(world, all, stats, Server::token);
        var views = new Views(world, interactions);
        var live = new Live(
                vertx,
                world,
                interactions,
                views,
                options.web().live(),
                UUID.randomUUID().toString());
        late.add(live);
        var commands = new ApplicationCommands(world);
        var attachments = new Attachments(world, base, options.world().attachmentBytes());
        var rest = new RestApi(vertx, application, limits, faults, stats, checks, violations);
        new Resources(
                        world,
                        application,
                        interactions,
                        commands,
                        attachments,
                        faults,
                        stats,
                        clock,
                        options.nonceWindow(),
                        gatewayUri,
                        options.gateway().maxConcurrency(),
                        Server::token)
                .addTo(rest);
        var control = new Controls(
                        vertx,
                        world,
                        application,
                        gateway,
                        interactions,
                        commands,
                        attachments,
                        faults,
                        limits,
                        stats,
                        violations,
                        load,
                        views,
                        live,
                        checks.active())
                .api();
        var cdn = new Cdn(vertx, attachments);
        Router router = Router.router(vertx);
        var origins = new Origins(options.network().publicHost());
        new WebClient(options.web()).addTo(router);
        router.route("/control/v1/*").handler(context -> onlyFrom(origins, context));
        router.route("/control/v1/*").subRouter(control.router());
        router.route("/api/v10/*").handler(Server::plainAt);
        router.route("/api/v10/*").subRouter(rest.router());
        cdn.addTo(router, "/cdn");
        // as at cdn.discordapp.com, which the proxy leads here too
        cdn.addTo(router, "");
        var proxy = new ConnectProxy(vertx, tlsPort);
        return new Doors.Open(
                request -> {
                    if (request.method() == HttpMethod.CONNECT) {
                        proxy.handle(request);
                    } else {
                        router.handle(request);
                    }
                },
                socket -> accept(gateway, live, origins, socket));
    }

    /** Some clients write {@code %40original} for {@code @original}. */
    private static void plainAt(RoutingContext context) {
        String uri = context.request().uri();
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        if (path.contains("%40")) {
            context.reroute(path.replace("%40", "@") + (query < 0 ? "" : uri.substring(query)));
        } else {
            context.next();
        }
    }

    private static void onlyFrom(Origins origins, RoutingContext context) {
        if (origins.allow(context.request())) {
            context.next();
        } else {
            context.response()
                    .setStatusCode(403)
                    .putHeader("content-type", "application/json")
                    .end("{\"message\":\"only pages of this server may call it\"}");
        }
    }

    private static void accept(Gateway gateway, Live live, Origins origins, ServerWebSocket socket) {
        if (Gateway.isGateway(socket.path())) {
            gateway.accept(socket);
        } else if (Live.PATH.equals(socket.path()) && origins.allowSocket(socket.headers())) {
            live.accept(socket);
        } else if (Live.PATH.equals(socket.path())) {
            socket.reject(403);
        } else {
            socket.reject(404);
        }
    }

    private static String token() {
        return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    }
}
