package dev.warren.ai.tools;

import dev.warren.ai.asking.Asker;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.MessageBody.Pings;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks a member by buttons whether something may be done, since a model alone never changes anything. What is asked about waits in
 * Redis; lost or too old, it is not done.
 */
@ApplicationScoped
class Questions {
    static final String HANDLER = "tool";
    static final String YES = "yes";
    static final String NO = "no";
    private static final int ID_LENGTH = 16;

    private final EventPublisher publisher;
    private final Redis redis;
    private final ToolConfig config;
    private final InstantSource clock;

    Questions(EventPublisher publisher, Redis redis, ToolConfig config, InstantSource clock) {
        this.publisher = publisher;
        this.redis = redis;
        this.config = config;
        this.clock = clock;
    }

    /** Posts the question; the asker alone can answer it. */
    Uni<String> ask(Asker asker, String deed, String about, String question) {
        var id = UUID.randomUUID().toString().replace("-", "").substring(0, ID_LENGTH);
        var now = clock.instant();
        var body = MessageBody.text("<@%s>, %s".formatted(asker.user(), question))
                .withRows(Component.Row.of(
                        button(YES, deed, id, asker.user(), "Yes", Component.Style.SUCCESS),
                        button(NO, deed, id, asker.user(), "No", Component.Style.SECONDARY)))
                .pinging(Pings.NOBODY);
        ReplyEvent post = new PostMessage(
                asker.channel(), body, Optional.empty(), Optional.empty(), now.plus(config.questionStands()));
        var event = Event.first(
                EventId.of("tool:question:" + id), "/ai", now, asker.channel().toString(), post);
        var kept = SetArgs.Builder.px(config.questionStands());
        return redis.call(commands -> commands.set(key(id), about.getBytes(StandardCharsets.UTF_8), kept))
                .chain(() -> publisher.publish(new Outgoing<>(Topics.REPLIES, event)))
                .replaceWith("The member was asked by buttons whether to do it; it is done only when they agree.");
    }

    private static Component.Button button(
            String choice, String deed, String id, UserId whom, String label, Component.Style style) {
        var custom = CustomId.of(Service.AI, HANDLER, choice, deed, id, whom);
        return new Component.Button(custom.toString(), label, style, Optional.empty(), false, AnswerKind.UPDATE);
    }

    /** What was asked about; none when it is too long ago. */
    Uni<Optional<String>> about(String id) {
        return redis.call(commands -> commands.get(key(id)))
                .map(bytes -> Optional.ofNullable(bytes).map(found -> new String(found, StandardCharsets.UTF_8)));
    }

    private String key(String id) {
        return redis.key("ai:question:" + id);
    }
}
