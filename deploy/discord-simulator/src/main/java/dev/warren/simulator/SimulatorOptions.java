package dev.warren.simulator;

import dev.warren.simulator.gateway.GatewaySettings;
import dev.warren.simulator.rest.RateLimits;
import dev.warren.simulator.web.WebOptions;
import dev.warren.simulator.world.Intent;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.WorldLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * How a local Discord is started.
 *
 * @param network where it is found
 * @param bot the application that it serves
 * @param document Discord's OpenAPI document; without it requests are not validated
 * @param rateLimits as at Discord, or others
 * @param gateway heartbeats, sessions and their bounds
 * @param world how much it holds
 * @param nonceWindow how long an enforced nonce is remembered, "a few minutes" at Discord
 * @param clock for ids, sessions, interactions and limits
 * @param web what the web client is given
 */
public record SimulatorOptions(
        Network network,
        Bot bot,
        Optional<Path> document,
        RateLimits.Settings rateLimits,
        GatewaySettings gateway,
        WorldLimits world,
        Duration nonceWindow,
        InstantSource clock,
        WebOptions web) {

    /** The token that works unless others are named. It opens nothing but a local Discord. */
    public static final String LOCAL_TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAx.local.discord";

    /**
     * Where a local Discord is found.
     *
     * @param port of everything; 0 takes a free one
     * @param publicHost the name under which clients reach it, as in the gateway's address
     * @param bindAddress where it listens
     * @param folder where certificate and truststore lie; without it, a temporary folder that goes with the process
     */
    public record Network(int port, String publicHost, String bindAddress, Optional<Path> folder) {
        public Network {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port must be from 0 to 65535: " + port);
            }
        }
    }

    /**
     * The bot and its application.
     *
     * @param tokens with which the bot may come, at least one
     * @param applicationId of the application, which is the bot's user id too
     * @param name of the bot's user
     * @param intents privileged intents that the application is granted
     */
    public record Bot(Set<String> tokens, Snowflake applicationId, String name, Set<Intent> intents) {
        public Bot {
            tokens = Set.copyOf(tokens);
            intents = Set.copyOf(intents);
            if (tokens.isEmpty()) {
                throw new IllegalArgumentException("tokens must name at least one");
            }
        }
    }

    public SimulatorOptions {
        if (nonceWindow.isNegative()) {
            throw new IllegalArgumentException("nonceWindow must not be negative: " + nonceWindow);
        }
    }

    /** A free port, all privileged intents, Discord's limits, and validation when the document is beside the checkout. */
    public static SimulatorOptions local() {
        return new SimulatorOptions(
                new Network(0, "127.0.0.1", "127.0.0.1", Optional.empty()),
                new Bot(
                        Set.of(LOCAL_TOKEN),
                        new Snowflake(100_000_000_000_000_001L),
                        "Warren",
                        Set.of(Intent.MESSAGE_CONTENT, Intent.GUILD_MEMBERS, Intent.GUILD_PRESENCES)),
                DocumentFile.find(),
                RateLimits.Settings.DISCORD,
                GatewaySettings.DEFAULT,
                WorldLimits.DEFAULT,
                Duration.ofMinutes(5),
                InstantSource.system(),
                WebOptions.DEFAULT);
    }

    private SimulatorOptions with(Network changed) {
        return new SimulatorOptions(changed, bot, document, rateLimits, gateway, world, nonceWindow, clock, web);
    }

    private SimulatorOptions with(Bot changed) {
        return new SimulatorOptions(network, changed, document, rateLimits, gateway, world, nonceWindow, clock, web);
    }

    /** Takes this port; 0 takes a free one. */
    public SimulatorOptions withPort(int port) {
        return with(new Network(port, network.publicHost(), network.bindAddress(), network.folder()));
    }

    /** Names what clients call it and where it listens. */
    public SimulatorOptions withHost(String publicHost, String bindAddress) {
        return with(new Network(network.port(), publicHost, bindAddress, network.folder()));
    }

    /** Keeps certificate and truststore in this folder, and uses them again. */
    public SimulatorOptions withFolder(Path folder) {
        return with(new Network(network.port(), network.publicHost(), network.bindAddress(), Optional.of(folder)));
    }

    public SimulatorOptions withTokens(Set<String> tokens) {
        return with(new Bot(tokens, bot.applicationId(), bot.name(), bot.intents()));
    }

    public SimulatorOptions withApplication(Snowflake id, String botName) {
        return with(new Bot(bot.tokens(), id, botName, bot.intents()));
    }

    /** Grants these privileged intents and no others. */
    public SimulatorOptions withIntents(Set<Intent> intents) {
        return with(new Bot(bot.tokens(), bot.applicationId(), bot.name(), intents));
    }

    public SimulatorOptions withDocument(Optional<Path> changed) {
        return new SimulatorOptions(network, bot, changed, rateLimits, gateway, world, nonceWindow, clock, web);
    }

    public SimulatorOptions withRateLimits(RateLimits.Settings changed) {
        return new SimulatorOptions(network, bot, document, changed, gateway, world, nonceWindow, clock, web);
    }

    public SimulatorOptions withGateway(GatewaySettings changed) {
        return new SimulatorOptions(network, bot, document, rateLimits, changed, world, nonceWindow, clock, web);
    }

    public SimulatorOptions withWorld(WorldLimits changed) {
        return new SimulatorOptions(network, bot, document, rateLimits, gateway, changed, nonceWindow, clock, web);
    }

    public SimulatorOptions withNonceWindow(Duration changed) {
        return new SimulatorOptions(network, bot, document, rateLimits, gateway, world, changed, clock, web);
    }

    public SimulatorOptions withWeb(WebOptions changed) {
        return new SimulatorOptions(network, bot, document, rateLimits, gateway, world, nonceWindow, clock, changed);
    }

    public SimulatorOptions withClock(InstantSource changed) {
        return new SimulatorOptions(network, bot, document, rateLimits, gateway, world, nonceWindow, changed, web);
    }
}
