package dev.warren.gateway.gaps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warren.gateway.rest.DiscordRest;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.gateway.rest.RestRequest.Parameter;
import dev.warren.gateway.rest.RestRoute;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.MessageId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was said in a channel, page by page. */
@ApplicationScoped
class ChannelHistory {
    /** The most that Discord gives at once. */
    static final int PAGE = 100;

    private static final RestRoute MESSAGES = RestRoute.get("/channels/{channel_id}/messages");
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final DiscordRest rest;
    private final ObjectMapper mapper = new ObjectMapper();

    ChannelHistory(DiscordRest rest) {
        this.rest = rest;
    }

    /** What Discord said. */
    sealed interface Page {
        /** The messages that follow, the oldest first; fewer than {@link #PAGE} when there are no more. */
        record Read(List<ObjectNode> messages) implements Page {}

        /** It can never be read. */
        record Closed(String reason) implements Page {}

        /** Not now. */
        record Away(String why) implements Page {}
    }

    /** The first messages after one; never fails. */
    Uni<Page> after(ChannelId channel, MessageId message) {
        var request = RestRequest.to(MESSAGES.at(channel.toString()))
                .query(new Parameter("after", message.toString()), new Parameter("limit", Integer.toString(PAGE)));
        return Uni.createFrom()
                .completionStage(() -> rest.send(request).toCompletionStage())
                .map(outcome -> switch (outcome) {
                    case RestOutcome.Posted(var _, var body) -> read(body.getBytes());
                    case RestOutcome.Refused(int status, int _, var words) -> refused(status, words);
                    case RestOutcome.Unavailable(var why, int _) -> new Page.Away(why);
                    case RestOutcome.Unknown(var why, int _, var _) -> new Page.Away(why);
                    case RestOutcome.Expired _ -> new Page.Away("expired");
                    case RestOutcome.Overloaded _ -> new Page.Away("too many requests wait");
                });
    }

    private static Page refused(int status, String words) {
        return switch (status) {
            case FORBIDDEN -> new Page.Closed("no-permission");
            case NOT_FOUND -> new Page.Closed("channel-gone");
            default -> new Page.Away(status + " " + words);
        };
    }

    private Page read(byte[] json) {
        try {
            var messages = new ArrayList<ObjectNode>(PAGE);
            for (var message : mapper.readTree(json)) {
                if (message instanceof ObjectNode object) {
                    messages.add(object);
                }
            }
            messages.sort(Comparator.comparingLong(message -> id(message).value()));
            return new Page.Read(messages);
        } catch (IOException | IllegalArgumentException e) {
            return new Page.Away("not understood: " + e.getClass().getSimpleName());
        }
    }

    /** The message's id. */
    static MessageId id(JsonNode message) {
        return MessageId.of(message.path("id").asText());
    }
}
