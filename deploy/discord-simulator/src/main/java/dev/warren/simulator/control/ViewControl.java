package dev.warren.simulator.control;

import dev.warren.simulator.live.Live;
import dev.warren.simulator.live.Views;
import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** What one user sees: for the web client, which then hears the rest over the live socket. */
final class ViewControl {
    private static final int MAX_NAME = 100;
    private static final int LISTED_MEMBERS = 200;
    private static final int FOUND_MEMBERS = 25;
    private static final int MAX_FOUND = 200;
    private static final int PAGE = 50;
    private static final int MAX_PAGE = 200;
    private static final int UPGRADE_REQUIRED = 426;
    private final Places places;
    private final Views views;
    private final Live live;

    ViewControl(Places places, Views views, Live live) {
        this.places = places;
        this.views = views;
        this.live = live;
    }

    void addTo(ControlApi api) {
        api.get("/view", this::overview);
        api.get("/view/guild", this::guild);
        api.get("/view/members", this::members);
        api.get("/view/messages", this::messages);
        api.get("/live", input -> {
            throw BadInput.with(
                    UPGRADE_REQUIRED,
                    new JsonObject().put("message", "/live is a web socket, and must be opened as one"));
        });
    }

    private Reply overview(Input input) {
        User viewer = places.user(input, "as");
        return Reply.ok(live.position()
                .put("viewer", viewer.json())
                .put("bot", places.world().bot().json())
                .put("guilds", views.guilds())
                .put("directMessages", views.channel(places.world().directMessages(viewer), viewer)));
    }

    private Reply guild(Input input) {
        return Reply.ok(views.guild(places.existing(input), places.user(input, "as"), LISTED_MEMBERS));
    }

    private Reply members(Input input) {
        int most = input.optionalNumber("limit", 1, MAX_FOUND)
                .orElse((long) FOUND_MEMBERS)
                .intValue();
        return Reply.ok(views.members(
                places.existing(input), input.optionalText("query", MAX_NAME).orElse(""), most));
    }

    /** A page: the newest messages, or those before one or after one; oldest first. */
    private Reply messages(Input input) {
        User viewer = places.user(input, "as");
        Channel channel = places.world()
                .findChannel(input.id("channelId"))
                .orElseThrow(() -> BadInput.notFound("there is no such channel"));
        if (!views.sees(viewer, channel)) {
            throw BadInput.with(403, new JsonObject().put("message", "the member does not see this channel"));
        }
        int limit =
                input.optionalNumber("limit", 1, MAX_PAGE).orElse((long) PAGE).intValue();
        Optional<Snowflake> after = input.optionalId("after");
        Optional<Snowflake> before = input.optionalId("before");
        List<Message> page;
        if (after.isPresent()) {
            page = channel.messages().after(after.get(), limit, true);
        } else if (before.isPresent()) {
            page = channel.messages().before(before.get(), limit, true).reversed();
        } else {
            page = channel.messages().newest(limit, true).reversed();
        }
        return Reply.ok(
                live.position().put("messages", views.messages(page, viewer)).put("more", page.size() == limit));
    }
}
