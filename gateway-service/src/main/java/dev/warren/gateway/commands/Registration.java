package dev.warren.gateway.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warren.gateway.GatewayConfig;
import dev.warren.gateway.OwnShards;
import dev.warren.gateway.backoff.Backoff;
import dev.warren.gateway.identity.BotIdentity;
import dev.warren.gateway.identity.Identity;
import dev.warren.gateway.rest.DiscordRest;
import dev.warren.gateway.rest.Repeatable;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.gateway.rest.RestRequest.Parameter;
import dev.warren.gateway.rest.RestRoute;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.FollowedTopics;
import dev.warren.schemas.bot.CommandDescription.CommandKind;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Makes Discord's list of global commands what the services announce, once announcements have rested for a while, and only when it differs.
 * The process of shard 0 does it.
 */
@ApplicationScoped
class Registration {
    private static final Logger LOG = Logger.getLogger(Registration.class);
    private static final String PATH = "/applications/{application_id}/commands";
    private static final RestRoute READ = RestRoute.get(PATH);
    private static final RestRoute WRITE = RestRoute.put(PATH);
    /** Discord's limits of global commands. Source: its reference, "Application Commands", "Registering a Command". */
    private static final int MOST_SLASH = 100;

    private static final int MOST_MENU = 5;

    private final CommandCatalogue catalogue;
    private final FollowedTopics topics;
    private final Identity identity;
    private final DiscordRest rest;
    private final Vertx vertx;
    private final GatewayConfig config;
    private final RuntimeConfig runtime;
    private final Backoff backoff;
    private final RandomGenerator random = new SecureRandom();
    private final ObjectMapper mapper = new ObjectMapper();
    private final CommandJson json = new CommandJson();
    /** The newest wish to register; older ones that still wait find that they are not it. */
    private long wish;

    Registration(
            CommandCatalogue catalogue,
            FollowedTopics topics,
            Identity identity,
            DiscordRest rest,
            Vertx vertx,
            GatewayConfig config,
            RuntimeConfig runtime) {
        this.catalogue = catalogue;
        this.topics = topics;
        this.identity = identity;
        this.rest = rest;
        this.vertx = vertx;
        this.config = config;
        this.runtime = runtime;
        this.backoff =
                new Backoff(config.commands().retryFirst(), config.commands().retryMax());
    }

    void start(@Observes StartupEvent event) {
        if (runtime.train() || !OwnShards.of(config.shard()).has(0)) {
            return;
        }
        catalogue.whenChanged(() -> after(config.commands().settle(), 1));
        topics.whenCaughtUp()
                .subscribe()
                .with(_ -> after(config.commands().settle(), 1), _ -> LOG.debug("stopped before commands were read"));
    }

    private synchronized void after(Duration wait, int attempt) {
        long mine = ++wish;
        vertx.setTimer(Math.max(1, wait.toMillis()), _ -> {
            identity.whenKnown().subscribe().with(bot -> {
                if (isNewest(mine)) {
                    register(bot, mine, attempt);
                }
            });
        });
    }

    private synchronized boolean isNewest(long mine) {
        return mine == wish;
    }

    private void register(BotIdentity bot, long mine, int attempt) {
        var wanted = wanted(catalogue.index());
        var application = bot.application().toString();
        rest.send(RestRequest.to(READ.at(application)).query(new Parameter("with_localizations", "true")))
                .compose(answer -> CommandDiff.same(read(answer), wanted)
                        ? Future.succeededFuture(false)
                        : write(application, wanted))
                .onSuccess(written -> LOG.infof(
                        written ? "commands registered count=%d" : "commands stand as announced count=%d",
                        wanted.size()))
                .onFailure(failure -> {
                    var wait = backoff.after(attempt, random);
                    LOG.warnf(
                            "commands not registered, tried again in %d s: %s", wait.toSeconds(), failure.getMessage());
                    if (isNewest(mine)) {
                        after(wait, attempt + 1);
                    }
                });
    }

    private Future<Boolean> write(String application, List<JsonNode> wanted) {
        var body = JsonNodeFactory.instance.arrayNode().addAll(wanted);
        return rest.send(RestRequest.to(WRITE.at(application))
                        .repeatable(Repeatable.IDEMPOTENT)
                        .json(Buffer.buffer(body.toString())))
                .map(answer -> {
                    read(answer);
                    return true;
                });
    }

    /** What fits of all commands, in order of their names. */
    List<JsonNode> wanted(CommandIndex index) {
        var wanted = new ArrayList<JsonNode>();
        for (var kind : CommandKind.values()) {
            var all = index.all().stream()
                    .filter(command -> command.description().kind() == kind)
                    .toList();
            int most = kind == CommandKind.SLASH ? MOST_SLASH : MOST_MENU;
            if (all.size() > most) {
                LOG.errorf(
                        "Discord allows %d commands of kind %s; left out: %s",
                        most,
                        kind,
                        all.subList(most, all.size()).stream()
                                .map(KnownCommand::name)
                                .toList());
            }
            all.stream().limit(most).forEach(command -> wanted.add(json.of(command.description())));
        }
        return wanted;
    }

    private JsonNode read(RestOutcome outcome) {
        return switch (outcome) {
            case RestOutcome.Posted(var _, var body) -> {
                try {
                    yield mapper.readTree(body.getBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            case RestOutcome.Refused(int status, int code, var message) ->
                throw new IllegalStateException("refused status=" + status + " code=" + code + " " + message);
            case RestOutcome.Unavailable(var why, int _) -> throw new IllegalStateException(why);
            case RestOutcome.Unknown(var why, int _, var _) -> throw new IllegalStateException(why);
            case RestOutcome.Expired _ -> throw new IllegalStateException("expired");
            case RestOutcome.Overloaded _ -> throw new IllegalStateException("too many requests wait");
        };
    }
}
