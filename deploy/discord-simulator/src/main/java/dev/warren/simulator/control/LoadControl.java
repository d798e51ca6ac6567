package dev.warren.simulator.control;

import dev.warren.simulator.interactions.CommandUse;
import dev.warren.simulator.stats.Stats;
import dev.warren.simulator.stats.Stats.Count;
import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.ChannelType;
import dev.warren.simulator.world.Dispatches;
import dev.warren.simulator.world.Event;
import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Memberships;
import dev.warren.simulator.world.Messages;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.Structure;
import dev.warren.simulator.world.User;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts loads, one at a time, and tells of them; hears of the bot's replies as any listener does. */
public final class LoadControl implements Dispatches {
    private static final long MAX_RATE = 20_000;
    private static final long MAX_SECONDS = 3_600;
    private static final long MAX_PLANNED = 2_000_000;
    private static final long MAX_MEMBERS = 10_000;
    private static final long MAX_CHANNELS = 400;
    private static final int TICK_MILLIS = 1;
    private final Vertx vertx;
    private Optional<Load> load = Optional.empty();
    private Optional<Long> timer = Optional.empty();

    public LoadControl(Vertx vertx) {
        this.vertx = vertx;
    }

    /** What a load needs to act as members do. */
    record Means(
            Places places,
            Messages messages,
            Structure structure,
            Memberships memberships,
            CommandUse commands,
            Stats stats) {}

    void addTo(ControlApi api, Means means) {
        api.post("/load", input -> start(input, means));
        api.get("/load", input -> Reply.ok(json()));
        api.delete("/load", input -> {
            load.ifPresent(Load::stop);
            return Reply.NOTHING;
        });
    }

    /** The newest load; empty before the first. */
    JsonObject json() {
        return load.map(Load::json).orElseGet(JsonObject::new);
    }

    @Override
    public void dispatch(Event event) {
        if (load.isEmpty() || !event.type().equals("MESSAGE_CREATE")) {
            return;
        }
        Optional.ofNullable(event.data().getJsonObject("message_reference"))
                .flatMap(reference -> Snowflake.parse(reference.getString("message_id", "")))
                .ifPresent(original -> load.get().replied(original, System.nanoTime()));
    }

    private Reply start(Input input, Means means) {
        if (load.filter(Load::running).isPresent()) {
            throw BadInput.with(409, new JsonObject().put("message", "a load is running; delete it first"));
        }
        long rate = input.number("messagesPerSecond", 1, MAX_RATE);
        long seconds = input.number("seconds", 1, MAX_SECONDS);
        if (rate * seconds > MAX_PLANNED) {
            throw BadInput.field("seconds", "so few that at most " + MAX_PLANNED + " messages are sent", seconds);
        }
        Guild guild =
                means.places().world().guild(input.optionalText("guild", 100).orElse("warren"));
        List<User> members =
                members(guild, input.optionalNumber("members", 1, MAX_MEMBERS).orElse(10L), means);
        List<Channel> channels = channels(
                guild, input.optionalNumber("channels", 1, MAX_CHANNELS).orElse(1L), means);
        var plan = new Load.Plan(
                rate,
                rate * seconds,
                input.optionalText("content", 2000)
                        .orElse("This is message {n} of a load, about as long as people write."),
                command(input));
        var started = new Load(plan, means.messages(), means.commands(), members, channels, System.nanoTime());
        load = Optional.of(started);
        timer.ifPresent(vertx::cancelTimer);
        timer = Optional.of(vertx.setPeriodic(TICK_MILLIS, id -> {
            int sent = started.sendDue(System.nanoTime());
            means.stats().add(Count.MESSAGES, plan.command().isEmpty() ? sent : 0);
            if (!started.running()) {
                vertx.cancelTimer(id);
            }
        }));
        return Reply.created(new JsonObject().put("planned", plan.planned()));
    }

    private static Optional<CommandUse.Typed> command(Input input) {
        if (!input.has("command")) {
            return Optional.empty();
        }
        var command = new Input(input.object("command"));
        return Optional.of(new CommandUse.Typed(
                command.text("name", 100),
                command.optionalText("subcommand", 70),
                command.object("options"),
                Optional.empty()));
    }

    private static List<User> members(Guild guild, long count, Means means) {
        var members = new ArrayList<User>();
        for (int i = 1; i <= count; i++) {
            User user = means.places().world().user("load-member-" + i);
            means.memberships().member(guild, user);
            members.add(user);
        }
        return members;
    }

    private static List<Channel> channels(Guild guild, long count, Means means) {
        var channels = new ArrayList<Channel>();
        for (int i = 1; i <= count; i++) {
            String name = "load-" + i;
            channels.add(guild.channelNamed(name)
                    .orElseGet(() -> means.structure()
                            .createChannel(guild, ChannelType.TEXT, new JsonObject().put("name", name))));
        }
        return channels;
    }
}
