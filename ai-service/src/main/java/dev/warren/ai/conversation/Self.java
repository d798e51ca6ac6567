package dev.warren.ai.conversation;

import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.ids.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who the bot is at Discord, learnt from messages that mention it alone. */
@ApplicationScoped
class Self {
    private volatile Optional<UserId> known = Optional.empty();

    Optional<UserId> id() {
        return known;
    }

    void learn(MessageCreated message) {
        if (known.isEmpty() && message.mentionsBot() && message.mentions().size() == 1) {
            known = Optional.of(message.mentions().getFirst());
        }
    }
}
