package dev.warren.simulator.rest;

import dev.warren.simulator.cdn.Attachments;
import dev.warren.simulator.faults.Faults;
import dev.warren.simulator.interactions.ApplicationCommands;
import dev.warren.simulator.interactions.Interactions;
import dev.warren.simulator.stats.Stats;
import dev.warren.simulator.world.Application;
import dev.warren.simulator.world.Memberships;
import dev.warren.simulator.world.Messages;
import dev.warren.simulator.world.Structure;
import dev.warren.simulator.world.World;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * All resources of the API, put on their routes.
 *
 * @param clock for nonces
 * @param nonceWindow how long a nonce is remembered
 * @param gatewayUri what {@code GET /gateway} names
 * @param maxConcurrency identifies in 5 s; 0 for no limit
 * @param tokens makes webhooks' tokens
 */
public record Resources(
        World world,
        Application application,
        Interactions interactions,
        ApplicationCommands commands,
        Attachments attachments,
        Faults faults,
        Stats stats,
        InstantSource clock,
        Duration nonceWindow,
        String gatewayUri,
        int maxConcurrency,
        Supplier<String> tokens) {

    /** Puts every route. */
    public void addTo(RestApi routes) {
        var access = new Access(world);
        var messages = new Messages(world);
        var structure = new Structure(world);
        var memberships = new Memberships(world);
        var forms = new MessageForms(attachments);
        var answers = new InteractionMessages(world, messages);
        new UserRoutes(access, application, structure, gatewayUri, maxConcurrency).addTo(routes);
        // before the messages' routes: "pins" is no message id
        new ReactionRoutes(access, messages).addTo(routes);
        new MessageRoutes(access, messages, forms, new Nonces(clock, nonceWindow), faults, stats).addTo(routes);
        new ChannelRoutes(access, structure).addTo(routes);
        new ThreadRoutes(access, structure).addTo(routes);
        new GuildRoutes(access, structure, memberships).addTo(routes);
        new MemberRoutes(access, memberships).addTo(routes);
        new CommandRoutes(access, application, commands).addTo(routes);
        new InteractionRoutes(access, interactions, answers, messages, forms).addTo(routes);
        new WebhookRoutes(
                        application.id(),
                        new InteractionFollowUps(world, interactions, answers, messages, forms),
                        new Webhooks(access, messages, forms, tokens))
                .addTo(routes);
    }
}
