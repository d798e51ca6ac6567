package dev.warren.simulator.control;

import dev.warren.simulator.gateway.Gateway;
import dev.warren.simulator.interactions.Interactions;
import dev.warren.simulator.rest.RateLimits;
import dev.warren.simulator.stats.Stats;
import dev.warren.simulator.validation.Violations;
import dev.warren.simulator.world.Application;
import dev.warren.simulator.world.Intent;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;

/** Health, counts, violations, and the switches of the application and of the rate limits. */
final class StateControl {
    private static final int MOST = 1_000_000;
    private final Application application;
    private final Gateway gateway;
    private final RateLimits limits;
    private final Stats stats;
    private final Violations violations;
    private final Interactions interactions;
    private final LoadControl load;
    private final boolean validates;

    StateControl(
            Application application,
            Gateway gateway,
            RateLimits limits,
            Stats stats,
            Violations violations,
            Interactions interactions,
            LoadControl load,
            boolean validates) {
        this.application = application;
        this.gateway = gateway;
        this.limits = limits;
        this.stats = stats;
        this.violations = violations;
        this.interactions = interactions;
        this.load = load;
        this.validates = validates;
    }

    void addTo(ControlApi api) {
        api.get(
                "/health",
                input -> Reply.ok(new JsonObject().put("status", "UP").put("validates", validates)));
        api.get(
                "/stats",
                input -> Reply.ok(
                        stats.json().put("sessions", gateway.sessionsJson()).put("load", load.json())));
        api.get("/violations", input -> Reply.ok(violations.json()));
        api.delete("/violations", input -> {
            violations.clear();
            return Reply.NOTHING;
        });
        api.post("/reset", input -> {
            stats.reset();
            violations.clear();
            return Reply.NOTHING;
        });
        api.get("/application", input -> Reply.ok(applicationJson()));
        api.put("/application", this::change);
        api.get("/limits", input -> Reply.ok(limits.settings().json()));
        api.put("/limits", this::limit);
    }

    private JsonObject statsJson() {
        return stats.json()
                .put("interactionsUnanswered", interactions.unanswered())
                .put("sessions", gateway.sessionsJson())
                .put("load", load.json());
    }

    private JsonObject applicationJson() {
        var intents = new JsonObject();
        Arrays.stream(Intent.values())
                .filter(Intent::privileged)
                .forEach(intent -> intents.put(intent.name(), application.granted(intent)));
        return new JsonObject()
                .put("id", application.id().toString())
                .put("flags", application.flags())
                .put("intents", intents);
    }

    private Reply change(Input input) {
        var wanted = new Input(input.object("intents"));
        for (String name : input.object("intents").fieldNames()) {
            Intent intent = Arrays.stream(Intent.values())
                    .filter(each -> each.privileged() && each.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> BadInput.field("intents", "GUILD_MEMBERS, GUILD_PRESENCES or MESSAGE_CONTENT", name));
            application.grant(intent, wanted.flag(name));
        }
        return Reply.ok(applicationJson());
    }

    private Reply limit(Input input) {
        RateLimits.Settings now = limits.settings();
        limits.change(new RateLimits.Settings(
                input.optionalFlag("enabled").orElse(now.enabled()),
                input.optionalNumber("perSecond", 1, MOST)
                        .orElse((long) now.perSecond())
                        .intValue(),
                input.optionalNumber("factor", 1, MOST)
                        .orElse((long) now.factor())
                        .intValue(),
                input.optionalNumber("invalidPerTenMinutes", 1, MOST)
                        .orElse((long) now.invalidPerTenMinutes())
                        .intValue()));
        return Reply.ok(limits.settings().json());
    }
}
