package dev.warren.economy.due;

import dev.warren.economy.desk.Occasion;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.timers.Timers;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.bot.Target;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Messages that show how something stands. Whatever changes within one second is shown by one edit, and the last one shows how it ended:
 * the edit waits as a timer, which each further change within that second replaces.
 */
@ApplicationScoped
public class Boards {
    private static final Duration EDIT_WITHIN = Duration.ofMinutes(10);

    private final Timers timers;
    private final InstantSource clock;

    Boards(Timers timers, InstantSource clock) {
        this.timers = timers;
        this.clock = clock;
    }

    /**
     * A message of the bot.
     *
     * @param name unique in this service, such as {@code airdrop:41}
     * @param reply the answer that made it
     */
    public record Board(String name, ChannelId channel, EventId reply) {}

    /** The answer to a command, as the message to edit. */
    public static EventId answerTo(EventId command) {
        return command.derive("answer");
    }

    /**
     * Shows it soon.
     *
     * @param change counts the changes of this board, so that each edit has an id of its own
     */
    public Uni<Void> show(Occasion occasion, Mutiny.StatelessSession tx, Board board, long change, MessageBody body) {
        var now = clock.instant();
        var id = EventId.of("board:" + board.name() + "/" + change);
        var edit = new EditMessage(Target.reply(board.channel(), board.reply()), body, now.plus(EDIT_WITHIN));
        var event = occasion.cause().causes(id, "/economy", now, board.channel().toString(), edit);
        var second = next(now);
        // a timer of each second's own: were there one, changes that come without end would put it off for ever
        return timers.schedule(
                tx,
                occasion.guild(),
                "board:" + board.name() + "@" + second.getEpochSecond(),
                second,
                new Outgoing<>(Topics.REPLIES, event));
    }

    /** The end of the second. */
    private static Instant next(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }
}
