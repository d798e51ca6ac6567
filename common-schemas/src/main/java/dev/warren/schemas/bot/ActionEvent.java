package dev.warren.schemas.bot;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What to do to members and channels, and look-ups at Discord: topic {@code bot.actions}. The receipt bears the event's id. */
public sealed interface ActionEvent {
    /** What every action says: where, at whose wish, why, and until when it makes sense. */
    record Context(GuildId guild, Optional<UserId> invoker, String reason, Instant expiresAt) {}

    Context context();

    @WireType("dev.warren.bot.add-role.v1")
    record AddRole(Context context, UserId user, RoleId role) implements ActionEvent {}

    @WireType("dev.warren.bot.remove-role.v1")
    record RemoveRole(Context context, UserId user, RoleId role) implements ActionEvent {}

    @WireType("dev.warren.bot.kick-member.v1")
    record KickMember(Context context, UserId user) implements ActionEvent {}

    /** Ban, and delete what they wrote within {@code deleteMessages} (at most 7 days). */
    @WireType("dev.warren.bot.ban-member.v1")
    record BanMember(Context context, UserId user, Duration deleteMessages) implements ActionEvent {
        public BanMember {
            if (deleteMessages.isNegative() || deleteMessages.compareTo(Duration.ofDays(7)) > 0) {
                throw new IllegalArgumentException("deleteMessages must be 0 to 7 days: " + deleteMessages);
            }
        }
    }

    @WireType("dev.warren.bot.unban-member.v1")
    record UnbanMember(Context context, UserId user) implements ActionEvent {}

    /** Time a member out, at most 28 days; none ends a timeout. */
    @WireType("dev.warren.bot.timeout-member.v1")
    record TimeoutMember(Context context, UserId user, Optional<Instant> until) implements ActionEvent {}

    /** Delete up to 100 messages, none older than 14 days. */
    @WireType("dev.warren.bot.purge-messages.v1")
    record PurgeMessages(Context context, ChannelId channel, List<MessageId> messages) implements ActionEvent {
        public PurgeMessages {
            messages = List.copyOf(messages);
            if (messages.isEmpty() || messages.size() > 100) {
                throw new IllegalArgumentException("messages must be 1 to 100: " + messages.size());
            }
        }
    }

    /** Zero turns slow mode off; at most 6 h. */
    @WireType("dev.warren.bot.set-slow-mode.v1")
    record SetSlowMode(Context context, ChannelId channel, Duration interval) implements ActionEvent {
        public SetSlowMode {
            if (interval.isNegative() || interval.compareTo(Duration.ofHours(6)) > 0) {
                throw new IllegalArgumentException("interval must be 0 to 6 h: " + interval);
            }
        }
    }

    /** Lock or unlock a channel for @everyone. */
    @WireType("dev.warren.bot.lock-channel.v1")
    record LockChannel(Context context, ChannelId channel, boolean locked) implements ActionEvent {}

    /** Look a member up; the result lies in Redis for 15 minutes, the receipt names it. */
    @WireType("dev.warren.bot.fetch-member.v1")
    record FetchMember(Context context, UserId user) implements ActionEvent {}

    /** Look up to 100 messages of a channel up; the invoker must be able to read it. */
    @WireType("dev.warren.bot.fetch-messages.v1")
    record FetchMessages(Context context, ChannelId channel, Optional<MessageId> before, int limit)
            implements ActionEvent {
        public FetchMessages {
            if (limit < 1 || limit > 100) {
                throw new IllegalArgumentException("limit must be 1 to 100: " + limit);
            }
        }
    }

    /** A type of the future. */
    record Unknown(String type) implements ActionEvent, UnknownType {
        @Override
        public Context context() {
            throw new UnsupportedOperationException("an unknown action has no known context: " + type);
        }
    }
}
