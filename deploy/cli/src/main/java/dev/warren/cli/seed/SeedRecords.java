package dev.warren.cli.seed;

import dev.warren.cli.seed.Happening.Joined;
import dev.warren.cli.seed.Happening.Left;
import dev.warren.cli.seed.Happening.Reacted;
import dev.warren.cli.seed.Happening.Said;
import dev.warren.cli.seed.Happening.Voice;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.texts.TextFacts;
import dev.warren.schemas.discord.FactEvent;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.MemberEvent;
import dev.warren.schemas.discord.MemberEvent.MemberJoined;
import dev.warren.schemas.discord.MemberEvent.MemberLeft;
import dev.warren.schemas.discord.MessageEvent;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.discord.ReactionEvent;
import dev.warren.schemas.discord.ReactionEvent.ReactionAdded;
import dev.warren.schemas.discord.VoiceEvent;
import dev.warren.schemas.discord.VoiceEvent.VoiceStateChanged;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import java.util.List;
import java.util.Optional;

/** What the gateway would have published of what happened, under ids that are the same each time. */
final class SeedRecords {
    static final String SOURCE = "/seed";
    private static final int PLAIN = 0;
    private static final int REPLY = 19;

    private final Places places;
    private final String session;

    /** @param seed tells the numbers of this life from those of others in the same guild */
    SeedRecords(Places places, String seed) {
        this.places = places;
        this.session = "seed-" + places.guild() + "-" + Long.toHexString(Dice.hash(seed));
    }

    /** One record, or a message and its fact. */
    List<Outgoing<?>> of(Happening happening) {
        return switch (happening) {
            case Said said -> said(said);
            case Reacted reacted -> List.of(new Outgoing<>(Topics.REACTIONS, event(reacted, reaction(reacted))));
            case Joined joined -> List.of(new Outgoing<>(Topics.MEMBERS, event(joined, joined(joined))));
            case Left left -> List.of(new Outgoing<>(Topics.MEMBERS, event(left, left(left))));
            case Voice voice -> List.of(new Outgoing<>(Topics.VOICE, voice(voice)));
        };
    }

    private List<Outgoing<?>> said(Said said) {
        Event<MessageEvent> message =
                Event.first(EventId.message(said.id()), SOURCE, said.at(), key(said.who()), message(said));
        Event<FactEvent> fact =
                message.causes(EventId.fact(said.id()), SOURCE, said.at(), message.subject(), fact(said));
        return List.of(new Outgoing<>(Topics.MESSAGES, message), new Outgoing<>(Topics.FACTS, fact));
    }

    private MessageEvent message(Said said) {
        return new MessageCreated(
                said.id(),
                Optional.of(places.guild()),
                places.channel(said.channel()).id(),
                member(said.who()),
                said.replyTo().isPresent() ? REPLY : PLAIN,
                false,
                said.id().createdAt(),
                said.text(),
                said.replyTo().map(Said::id),
                said.replyTo().map(original -> original.who().id()),
                mentioned(said),
                List.of(),
                false,
                false,
                List.of(),
                said.command(),
                false);
    }

    /** A reply mentions whom it answers, but for oneself. */
    private static List<UserId> mentioned(Said said) {
        return said.replyTo()
                .map(original -> original.who().id())
                .filter(author -> !author.equals(said.who().id()))
                .map(List::of)
                .orElse(List.of());
    }

    private FactEvent fact(Said said) {
        var text = TextFacts.of(said.text());
        var author = member(said.who());
        var place = places.channel(said.channel());
        return new MessageFact(
                said.id(),
                Optional.of(places.guild()),
                place.id(),
                place.parent(),
                author.id(),
                author.displayName(),
                author.avatar(),
                author.roles(),
                false,
                false,
                said.replyTo().isPresent() ? REPLY : PLAIN,
                said.id().createdAt(),
                text.length(),
                text.collapsedLength(),
                text.words(),
                text.sketch(),
                0,
                text.linkHosts(),
                said.command(),
                true);
    }

    private ReactionEvent reaction(Reacted reacted) {
        var message = reacted.message();
        return new ReactionAdded(
                Optional.of(places.guild()),
                places.channel(message.channel()).id(),
                message.id(),
                reacted.who().id(),
                Optional.of(message.who().id()),
                reacted.emoji());
    }

    private MemberEvent joined(Joined joined) {
        return new MemberJoined(places.guild(), member(joined.who()), Optional.of(joined.at()));
    }

    private MemberEvent left(Left left) {
        var member = member(left.who());
        return new MemberLeft(places.guild(), member.id(), member.name());
    }

    private Event<VoiceEvent> voice(Voice voice) {
        var changed = new VoiceStateChanged(
                places.guild(),
                voice.who().id(),
                false,
                voice.channel().map(name -> places.channel(name).id()),
                false,
                false,
                voice.muted(),
                false,
                false,
                voice.at());
        return Event.first(id(voice), SOURCE, voice.at(), Keys.guild(places.guild()), changed);
    }

    private <P> Event<P> event(Happening happening, P payload) {
        return Event.first(id(happening), SOURCE, happening.at(), key(happening.who()), payload);
    }

    private EventId id(Happening happening) {
        return EventId.sequenced(session, happening.number());
    }

    private String key(Person person) {
        return Keys.member(Optional.of(places.guild()), person.id());
    }

    /** Somebody as the local Discord describes them. */
    static Member member(Person person) {
        var user = new User(new Snowflake(person.id().value()), person.name(), false);
        return new Member(
                person.id(),
                user.username(),
                person.name(),
                false,
                Optional.of(user.avatar()),
                List.of(),
                Optional.empty());
    }
}
