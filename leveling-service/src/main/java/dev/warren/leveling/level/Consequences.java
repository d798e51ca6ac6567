package dev.warren.leveling.level;

import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.leveling.surroundings.Surroundings;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.bot.ActionEvent;
import dev.warren.schemas.bot.ActionEvent.AddRole;
import dev.warren.schemas.bot.ActionEvent.Context;
import dev.warren.schemas.bot.ActionEvent.RemoveRole;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.leveling.LevelingEvent.LevelReached;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows from a level: its event, its announcement while it is news, and the roles that reward it. */
@ApplicationScoped
class Consequences {
    static final String SOURCE = "/" + Service.LEVELING.id();
    /** An announcement of what is older is news no more. */
    private static final Duration NEWS = Duration.ofMinutes(15);
    /** Roles are worth granting later too, as long as the gateway keeps actions in mind. */
    private static final Duration GRANTED_WITHIN = Duration.ofDays(1);

    private final SettingsView settings;
    private final Surroundings surroundings;

    Consequences(SettingsView settings, Surroundings surroundings) {
        this.settings = settings;
        this.surroundings = surroundings;
    }

    /** Nothing while the module is off. */
    List<Outgoing<?>> of(Rise rise, Instant now) {
        var held = settings.at(Optional.of(rise.guild()), now);
        if (!held.moduleOn(LevelingSettings.MODULE)) {
            return List.of();
        }
        var reached = new LevelReached(rise.guild(), rise.member(), rise.level(), rise.previous(), rise.xp(), now);
        var outgoing = new ArrayList<Outgoing<?>>();
        outgoing.add(new Outgoing<>(
                Topics.LEVELING_EVENTS,
                new Event<>(
                        rise.id(),
                        SOURCE,
                        now,
                        Keys.member(Optional.of(rise.guild()), rise.member()),
                        rise.cause(),
                        Optional.of(rise.cause()),
                        reached)));
        if (rise.causedAt().plus(NEWS).isAfter(now)) {
            var server = surroundings
                    .guild(rise.guild())
                    .map(Surroundings.Guild::name)
                    .orElse("this server");
            Announcement.of(rise, held, server, now.plus(NEWS))
                    .ifPresent(reply -> outgoing.add(announcement(rise, reply, now)));
        }
        var rewards = Rewards.read(held.text(LevelSettings.ROLES));
        if (rewards.changes(rise.previous(), rise.level())) {
            rewards.due(rise.level())
                    .forEach(role -> grant(rise, role, true, now).ifPresent(outgoing::add));
            rewards.undue(rise.level())
                    .forEach(role -> grant(rise, role, false, now).ifPresent(outgoing::add));
        }
        return outgoing;
    }

    private static Outgoing<ReplyEvent> announcement(Rise rise, ReplyEvent reply, Instant now) {
        var key = switch (reply) {
            case ReplyEvent.PostMessage post -> post.channel().toString();
            default -> rise.member().toString();
        };
        return new Outgoing<>(
                Topics.REPLIES,
                new Event<>(
                        rise.id().derive("announcement"),
                        SOURCE,
                        now,
                        key,
                        rise.cause(),
                        Optional.of(rise.id()),
                        reply));
    }

    private Optional<Outgoing<ActionEvent>> grant(Rise rise, RoleId role, boolean add, Instant now) {
        // a role that was deleted is reported by the comparison
        return surroundings
                .role(role)
                .map(_ -> role(rise.guild(), rise.member(), role, add, rise.id(), "Level " + rise.level(), now));
    }

    /** An action that gives or takes a role; its id follows from the cause. */
    static Outgoing<ActionEvent> role(
            GuildId guild, UserId member, RoleId role, boolean add, EventId cause, String reason, Instant now) {
        var context = new Context(guild, Optional.empty(), reason, now.plus(GRANTED_WITHIN));
        ActionEvent action = add ? new AddRole(context, member, role) : new RemoveRole(context, member, role);
        return new Outgoing<>(
                Topics.ACTIONS,
                new Event<>(
                        cause.derive((add ? "add-role:" : "remove-role:") + role),
                        SOURCE,
                        now,
                        Keys.member(Optional.of(guild), member),
                        cause,
                        Optional.of(cause),
                        action));
    }
}
