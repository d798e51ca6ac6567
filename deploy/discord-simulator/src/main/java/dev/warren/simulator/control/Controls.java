package dev.warren.simulator.control;

import dev.warren.simulator.cdn.Attachments;
import dev.warren.simulator.faults.Faults;
import dev.warren.simulator.gateway.Gateway;
import dev.warren.simulator.interactions.ApplicationCommands;
import dev.warren.simulator.interactions.CommandUse;
import dev.warren.simulator.interactions.Interactions;
import dev.warren.simulator.live.Live;
import dev.warren.simulator.live.Views;
import dev.warren.simulator.rest.RateLimits;
import dev.warren.simulator.stats.Stats;
import dev.warren.simulator.validation.Violations;
import dev.warren.simulator.world.Application;
import dev.warren.simulator.world.Memberships;
import dev.warren.simulator.world.Messages;
import dev.warren.simulator.world.Past;
import dev.warren.simulator.world.Structure;
import dev.warren.simulator.world.World;
import io.vertx.core.Vertx;

/** All of the control API, put together. */
public record Controls(
        Vertx vertx,
        World world,
        Application application,
        Gateway gateway,
        Interactions interactions,
        ApplicationCommands commands,
        Attachments attachments,
        Faults faults,
        RateLimits limits,
        Stats stats,
        Violations violations,
        LoadControl load,
        Views views,
        Live live,
        boolean validates) {

    /** The API with every route. */
    public ControlApi api() {
        var api = new ControlApi(vertx);
        var messages = new Messages(world);
        var structure = new Structure(world);
        var memberships = new Memberships(world);
        var places = new Places(world, structure, memberships);
        new MessageControl(places, messages, attachments, stats).addTo(api);
        new InteractionControl(vertx, places, commands, interactions).addTo(api);
        new ViewControl(places, views, live).addTo(api);
        new PlaceControl(places, structure, memberships).addTo(api);
        new HistoryControl(places, new Past(world)).addTo(api);
        load.addTo(
                api,
                new LoadControl.Means(
                        places,
                        messages,
                        structure,
                        memberships,
                        new CommandUse(world, commands, interactions),
                        stats));
        new FaultControl(faults, gateway).addTo(api);
        new StateControl(application, gateway, limits, stats, violations, interactions, load, validates).addTo(api);
        api.get("/openapi.json", input -> new Reply(200, ControlDocument.TEXT));
        ControlDocument.describes(api.routes());
        return api;
    }
}
