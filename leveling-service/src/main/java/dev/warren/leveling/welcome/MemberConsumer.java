package dev.warren.leveling.welcome;

import dev.warren.leveling.activity.Arrivals;
import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.leveling.information.KnownGuilds;
import dev.warren.leveling.welcome.WelcomeSettings.Occasion;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.bot.ActionEvent.AddRole;
import dev.warren.schemas.bot.ActionEvent.Context;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.MemberEvent;
import dev.warren.schemas.discord.MemberEvent.MemberJoined;
import dev.warren.schemas.discord.MemberEvent.MemberLeft;
import dev.warren.schemas.discord.MemberEvent.MemberUpdated;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Notes who comes and goes, welcomes them and gives newcomers their roles. */
@ApplicationScoped
class MemberConsumer implements EventHandler<MemberEvent> {
    private static final String SOURCE = "/" + Service.LEVELING.id();
    /** A welcome an hour late is none; roles are given however late. */
    private static final Duration WELCOMED_WITHIN = Duration.ofHours(1);

    private static final Duration ROLES_WITHIN = Duration.ofDays(1);

    private final InboxConsumer inbox;
    private final SettingsView settings;
    private final KnownGuilds guilds;
    private final Arrivals arrivals;
    private final InstantSource clock;

    MemberConsumer(
            InboxConsumer inbox, SettingsView settings, KnownGuilds guilds, Arrivals arrivals, InstantSource clock) {
        this.inbox = inbox;
        this.settings = settings;
        this.guilds = guilds;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Incoming("members")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return inbox.consume(batch, Topics.MEMBERS, this);
    }

    @Override
    public boolean concerns(Received<MemberEvent> received) {
        return switch (received.event().payload()) {
            case MemberJoined _, MemberLeft _ -> true;
            case MemberUpdated _, MemberEvent.Unknown _ -> false;
        };
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<MemberEvent> received, Mutiny.StatelessSession tx) {
        var event = received.event();
        return switch (event.payload()) {
            case MemberJoined(var guild, var member, var joinedAt) ->
                arrivals.note(tx, guild, event.id(), member.id(), true, joinedAt.orElse(event.time()))
                        .replaceWith(() ->
                                member.bot() ? List.of() : came(received, guild, member.id(), member.displayName()));
            case MemberLeft(var guild, var user, var name) ->
                arrivals.note(tx, guild, event.id(), user, false, event.time())
                        .replaceWith(() -> List.copyOf(greet(received, guild, user, name, Occasion.FAREWELL)));
            case MemberUpdated _, MemberEvent.Unknown _ ->
                throw new IllegalStateException("this concerns nobody here: " + event.id());
        };
    }

    private List<Outgoing<?>> came(Received<MemberEvent> received, GuildId guild, UserId member, String name) {
        var caused = new ArrayList<>(greet(received, guild, member, name, Occasion.WELCOME));
        var held = settings.at(Optional.of(guild), received.event().time());
        if (held.moduleOn(LevelingSettings.MODULE)) {
            for (var role : WelcomeSettings.roles(held)) {
                var context = new Context(
                        guild,
                        Optional.empty(),
                        "role for newcomers",
                        received.event().time().plus(ROLES_WITHIN));
                caused.add(caused(
                        received,
                        Topics.ACTIONS,
                        "join-role:" + role,
                        Keys.member(Optional.of(guild), member),
                        new AddRole(context, member, role)));
            }
        }
        return caused;
    }

    private List<Outgoing<?>> greet(
            Received<MemberEvent> received, GuildId guild, UserId member, String name, Occasion occasion) {
        var event = received.event();
        var held = settings.at(Optional.of(guild), event.time());
        var channel = WelcomeSettings.channel(held, occasion);
        var until = event.time().plus(WELCOMED_WITHIN);
        if (channel.isEmpty() || !held.moduleOn(LevelingSettings.MODULE) || until.isBefore(clock.instant())) {
            return List.of();
        }
        var known = guilds.guild(guild);
        var greeting = new Greeting(
                member,
                name,
                known.map(GuildKnown::name).orElse("this server"),
                known.map(GuildKnown::members).orElse(1));
        var body = MessageBody.text(greeting.fill(WelcomeSettings.text(held, occasion)));
        return List.of(caused(
                received,
                Topics.REPLIES,
                occasion.word(),
                channel.get().toString(),
                new PostMessage(channel.get(), body, Optional.empty(), Optional.empty(), until)));
    }

    private static <Q> Outgoing<Q> caused(
            Received<MemberEvent> received, Topic<Q> topic, String what, String key, Q payload) {
        var event = received.event();
        return new Outgoing<>(topic, event.causes(event.id().derive(what), SOURCE, event.time(), key, payload));
    }
}
