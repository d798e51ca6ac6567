package dev.warren.memory.profile;

import dev.warren.memory.profile.Field.Typed;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Row;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import dev.warren.schemas.embed.EmbedEvent;
import dev.warren.schemas.embed.EmbedEvent.OwnChannelShown;
import dev.warren.schemas.embed.EmbedEvent.Platform;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Asks a member who showed a channel of theirs, once for each and directly, whether to note it in their profile. */
@ApplicationScoped
class OwnChannels implements EventHandler<EmbedEvent>, OfferedSettings {
    static final String SETTING = "profiles.offer-channels";
    /** By then nobody remembers what they showed. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final InboxConsumer inbox;
    private final Profiles profiles;
    private final ChannelOffers offers;
    private final SettingsView settings;
    private final InstantSource clock;

    OwnChannels(
            InboxConsumer inbox, Profiles profiles, ChannelOffers offers, SettingsView settings, InstantSource clock) {
        this.inbox = inbox;
        this.profiles = profiles;
        this.offers = offers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<SettingDescription> settings() {
        return List.of(new SettingDescription(
                SETTING,
                "Whether I ask members who show their own channel if I may note it in their profile",
                ProfileCommand.MODULE,
                SettingType.SWITCH,
                "on",
                Optional.empty(),
                Optional.empty(),
                List.of()));
    }

    @Incoming("embed-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return inbox.consume(batch, Topics.EMBED_EVENTS, this);
    }

    @Override
    public boolean concerns(Received<EmbedEvent> received) {
        return received.event().payload() instanceof OwnChannelShown;
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<EmbedEvent> received, Mutiny.StatelessSession tx) {
        if (!(received.event().payload() instanceof OwnChannelShown shown)) {
            throw new IllegalStateException(
                    "this shows no channel: " + received.event().id());
        }
        var now = clock.instant();
        var field = field(shown.platform());
        if (!wanted(shown, now) || !(field.read(shown.handle()) instanceof Typed.Fine(var handle))) {
            return Uni.createFrom().item(List.of());
        }
        return profiles.find(tx, shown.user()).chain(profile -> {
            var noted = profile.value(field);
            if (noted.filter(handle::equalsIgnoreCase).isPresent()) {
                return Uni.createFrom().item(List.of());
            }
            return offers.note(tx, shown.user(), field, handle, now)
                    .map(isNew -> isNew ? List.of(offer(received, shown, field, handle, noted, now)) : List.of());
        });
    }

    private boolean wanted(OwnChannelShown shown, Instant now) {
        var held = settings.at(Optional.of(shown.guild()), now);
        return shown.at().plus(FRESH).isAfter(now) && held.moduleOn(ProfileCommand.MODULE) && held.on(SETTING);
    }

    private static Field field(Platform platform) {
        return switch (platform) {
            case X -> Field.X;
            case YOUTUBE -> Field.YOUTUBE;
            case TWITCH -> Field.TWITCH;
        };
    }

    private static Outgoing<?> offer(
            Received<EmbedEvent> received,
            OwnChannelShown shown,
            Field field,
            String handle,
            Optional<String> noted,
            Instant now) {
        var instead = noted.map(it -> " in place of `" + it + "`").orElse("");
        var text = "You showed a channel in <#" + shown.channel() + "> that looks like yours: " + field.label() + " `"
                + handle + "`. Shall I note it in your profile" + instead + "?";
        var body = MessageBody.text(text)
                .withRows(Row.of(
                        button(
                                CustomId.of(Service.MEMORY, OfferButtons.SAVE, shown.user(), field.id(), handle),
                                "Save to my profile",
                                Style.PRIMARY,
                                AnswerKind.EPHEMERAL),
                        button(
                                CustomId.of(Service.MEMORY, OfferButtons.STOP, shown.user()),
                                "Don't ask me again",
                                Style.SECONDARY,
                                AnswerKind.UPDATE)));
        ReplyEvent post = new PostDirectMessage(shown.user(), body, Optional.empty(), now.plus(FRESH));
        return new Outgoing<>(
                Topics.REPLIES,
                received.event()
                        .causes(
                                received.event().id().derive("offer"),
                                "/" + Service.MEMORY.id(),
                                now,
                                shown.user().toString(),
                                post));
    }

    private static Button button(CustomId id, String label, Style style, AnswerKind answer) {
        return new Button(id.toString(), label, style, Optional.empty(), false, answer);
    }
}
