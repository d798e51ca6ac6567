package dev.warren.simulator;

import dev.warren.simulator.gateway.GatewaySettings;
import dev.warren.simulator.rest.RateLimits;
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
 * @param port of everything; 0 takes a free one
 * @param publicHost the name under which clients reach it, as in the gateway's address
 * @param bindAddress where it listens
 * @param folder where certificate and truststore lie; without it, a temporary folder that goes when it closes
 * @param tokens with which the bot may come, at least one
 * @param applicationId of the bot's application, which is the bot's user id too
 * @param botName of the bot's user
 * @param intents privileged intents that the application is granted
 * @param document Discord's OpenAPI document; without it requests are not validated
 * @param rateLimits as at Discord, or others
 * @param gateway heartbeats, sessions and their bounds
 * @param world how much it holds
 * @param nonceWindow how long an enforced nonce is remembered, "a few minutes" at Discord
 * @param attachmentBytes of all attachments together
 * @param clock for ids, sessions, interactions and limits
 */
public record SimulatorOptions(
        int port,
        String publicHost,
        String bindAddress,
        Optional<Path> folder,
        Set<String> tokens,
        Snowflake applicationId,
        String botName,
        Set<Intent> intents,
        Optional<Path> document,
        RateLimits.Settings rateLimits,
        GatewaySettings gateway,
        WorldLimits world,
        Duration nonceWindow,
        long attachmentBytes,
        InstantSource clock) {

    /** The token that works unless others are named. It opens nothing but a local Discord. */
    public static final String LOCAL_TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAx.local.discord";

    private static final long ATTACHMENT_BYTES = 256L * 1024 * 1024;

    public SimulatorOptions {
        tokens = Set.copyOf(tokens);
        intents = Set.copyOf(intents);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be from 0 to 65535: " + port);
        }
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("tokens must name at least one");
        }
        if (nonceWindow.isNegative()) {
            throw new IllegalArgumentException("nonceWindow must not be negative: " + nonceWindow);
        }
        if (attachmentBytes < 1) {
            throw new IllegalArgumentException("attachmentBytes must be at least 1: " + attachmentBytes);
        }
    }

    /** A free port, all privileged intents, Discord's limits, and validation when the document is beside the checkout. */
    public static SimulatorOptions local() {
        return new SimulatorOptions(
                0,
                "127.0.0.1",
                "127.0.0.1",
                Optional.empty(),
                Set.of(LOCAL_TOKEN),
                new Snowflake(100_000_000_000_000_001L),
                "Warren",
                Set.of(Intent.MESSAGE_CONTENT, Intent.GUILD_MEMBERS, Intent.GUILD_PRESENCES),
                DocumentFile.find(),
                RateLimits.Settings.DISCORD,
                GatewaySettings.DEFAULT,
                WorldLimits.DEFAULT,
                Duration.ofMinutes(5),
                ATTACHMENT_BYTES,
                InstantSource.system());
    }

    public SimulatorOptions withPort(int newPort) {
        return new SimulatorOptions(
                newPort,
                publicHost,
                bindAddress,
                folder,
                tokens,
                applicationId,
                botName,
                intents,
                document,
                rateLimits,
                gateway,
                world,
                nonceWindow,
                attachmentBytes,
                clock);
    }

    /** Names what clients call it and where it listens. */
    public SimulatorOptions withHost(String newPublicHost, String newBindAddress) {
        return new SimulatorOptions(
                port,
                newPublicHost,
                newBindAddress,
                folder,
                tokens,
                applicationId,
                botName,
                intents,
                document,
                rateLimits,
                gateway,
                world,
                nonceWindow,
                attachmentBytes,
                clock);
    }

    public SimulatorOptions withFolder(Path newFolder) {
        return new SimulatorOptions(
                port,
                publicHost,
                bindAddress,
                Optional.of(newFolder),
                tokens,
                applicationId,
                botName,
                intents,
                document,
                rateLimits,
                gateway,
                world,
                nonceWindow,
                attachmentBytes,
                clock);
    }

    public SimulatorOptions withTokens(Set<String> newTokens) {
        return new SimulatorOptions(
                port,
                publicHost,
                bindAddress,
                folder,
                newTokens,
                applicationId,
                botName,
                intents,
                document,
                rateLimits,
                gateway,
                world,
                nonceWindow,
                attachmentBytes,
                clock);
    }

    /** Names the application and its bot. */
    public SimulatorOptions withApplication(Snowflake newId, String newBotName) {
        return new SimulatorOptions(
                port,
                publicHost,
                bindAddress,
                folder,
                tokens,
                newId,
                newBotName,
                intents,
                document,
                rateLimits,
                gateway,
                world,
                nonceWindow,
                attachmentBytes,
                clock);
    }

    public SimulatorOptions withIntents(Set<Intent> newIntents) {
        return new SimulatorOptions(
                port,
                publicHost,
                bindAddress,
                folder,
                tokens,
                applicationId,
                botName,
                newIntents,
                document,
                rateLimits,
                gateway,
                world,
                nonceWindow,
                attachmentBytes,
                clock);
    }

    public SimulatorOptions withDocument(Optional<Path> newDocument) {
        return new SimulatorOptions(
                port,
                publicHost,
                bindAddress,
                folder,
                tokens,
                applicationId,
                botName,
                intents,
                newDocument,
                rateLimits,
                gateway,
                world,
                nonceWindow,
                attachmentBytes,
                clock);
    }

    public SimulatorOptions withRateLimits(RateLimits.Settings newLimits) {
        return new SimulatorOptions(
                port,
                publicHost,
                bindAddress,
                folder,
                tokens,
                applicationId,
                botName,
                intents,
                document,
                newLimits,
                gateway,
                world,
                nonceWindow,
                attachmentBytes,
                clock);
    }

    public SimulatorOptions withGateway(GatewaySettings newGateway) {
        return new SimulatorOptions(
                port,
                publicHost,
                bindAddress,
                folder,
                tokens,
                applicationId,
                botName,
                intents,
                document,
                rateLimits,
                newGateway,
                world,
                nonceWindow,
                attachmentBytes,
                clock);
    }

    public SimulatorOptions withWorld(WorldLimits newWorld) {
        return new SimulatorOptions(
                port,
                publicHost,
                bindAddress,
                folder,
                tokens,
                applicationId,
                botName,
                intents,
                document,
                rateLimits,
                gateway,
                newWorld,
                nonceWindow,
                attachmentBytes,
                clock);
    }

    public SimulatorOptions withNonceWindow(Duration newWindow) {
        return new SimulatorOptions(
                port,
                publicHost,
                bindAddress,
                folder,
                tokens,
                applicationId,
                botName,
                intents,
                document,
                rateLimits,
                gateway,
                world,
                newWindow,
                attachmentBytes,
                clock);
    }

    public SimulatorOptions withClock(InstantSource newClock) {
        return new SimulatorOptions(
                port,
                publicHost,
                bindAddress,
                folder,
                tokens,
                applicationId,
                botName,
                intents,
                document,
                rateLimits,
                gateway,
                world,
                nonceWindow,
                attachmentBytes,
                newClock);
    }
}
