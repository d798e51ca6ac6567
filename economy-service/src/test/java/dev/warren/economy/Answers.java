package dev.warren.economy;

import dev.warren.runtime.testing.Broker;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.AnswerUpdate;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.economy.EconomyEvent.TransactionRecorded;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import java.util.List;
import java.util.Optional;

/** What the service makes of what is asked. */
record Answers(Broker broker) {
    /** Asks, and gives the text that is answered, with what stands in a card. */
    String to(Event<InteractionEvent> asked) {
        return text(message(asked).body());
    }

    /** Asks, and gives the answer. */
    AnswerMessage message(Event<InteractionEvent> asked) {
        return (AnswerMessage) answers(asked, 1).getFirst();
    }

    /** Presses a button, and gives what its message became. */
    String update(Event<InteractionEvent> pressed) {
        return text(((AnswerUpdate) answers(pressed, 1).getFirst()).body());
    }

    /** Asks, and waits until so many answers stand there. */
    List<AnswerEvent> answers(Event<InteractionEvent> asked, int count) {
        broker.send(Topics.INTERACTIONS, asked);
        return caused(Topics.ANSWERS, asked, count);
    }

    <P> List<P> caused(Topic<P> topic, Event<?> by, int count) {
        return broker
                .await(topic, count, received -> received.event().causationId().equals(Optional.of(by.id())))
                .stream()
                .map(received -> received.event().payload())
                .toList();
    }

    /** Waits until so many transactions of a guild were told of. */
    List<TransactionRecorded> recorded(GuildId guild, int count) {
        return broker
                .await(
                        Topics.ECONOMY_EVENTS,
                        count,
                        received -> received.event().payload() instanceof TransactionRecorded one
                                && one.guild().equals(guild))
                .stream()
                .map(received -> (TransactionRecorded) received.event().payload())
                .toList();
    }

    Audited audited(Event<InteractionEvent> by) {
        return (Audited) caused(Topics.AUDIT, by, 1).getFirst();
    }

    static String text(MessageBody body) {
        return body.content()
                + body.embeds().stream()
                        .map(embed ->
                                embed.description().orElse("") + embed.footer().orElse(""))
                        .reduce("", String::concat);
    }

    static List<String> buttons(MessageBody body) {
        return body.rows().stream()
                .flatMap(row -> row.components().stream())
                .map(component -> ((Button) component).customId())
                .toList();
    }
}
