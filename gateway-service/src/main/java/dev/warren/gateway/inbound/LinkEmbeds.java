package dev.warren.gateway.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.gateway.wire.Nodes;
import dev.warren.schemas.discord.MessageEvent.MessageUnfolded;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * What Discord shows of the links of a message: with the message when it knows the links already, else in an update a moment later. The
 * embeds of bots and webhooks are their own words, and not told.
 */
@ApplicationScoped
class LinkEmbeds {
    /** Discord shows no more in one message. */
    private static final int MOST = 10;

    private final AuthorCache authors;

    LinkEmbeds(AuthorCache authors) {
        this.authors = authors;
    }

    /** Tells of the embeds in a message that was created or updated, if it has some. */
    void follow(Arrival arrival) {
        var data = arrival.data();
        var links = links(data);
        if (links.isEmpty() || isBots(data)) {
            return;
        }
        var id = Nodes.requiredId(data, "id", MessageId::of);
        var guild = Nodes.id(data, "guild_id", GuildId::of);
        var author = Nodes.child(data, "author")
                .flatMap(user -> Nodes.id(user, "id", UserId::of))
                .or(() -> authors.authorOf(id));
        var key = author.map(user -> Keys.member(guild, user)).orElseGet(() -> Keys.orphan(id));
        var payload =
                new MessageUnfolded(id, guild, Nodes.requiredId(data, "channel_id", ChannelId::of), author, links);
        arrival.emit(Topics.MESSAGES, arrival.event(EventId.messageUnfolded(id, links), arrival.at(), key, payload));
    }

    private static List<String> links(JsonNode data) {
        var embeds = data.get("embeds");
        if (embeds == null || embeds.isEmpty()) {
            return List.of();
        }
        var links = new ArrayList<String>();
        for (var embed : embeds) {
            Nodes.text(embed, "url").filter(url -> links.size() < MOST).ifPresent(links::add);
        }
        return links;
    }

    private static boolean isBots(JsonNode data) {
        return Nodes.text(data, "webhook_id").isPresent()
                || Nodes.child(data, "author")
                        .filter(author -> Nodes.flag(author, "bot"))
                        .isPresent();
    }
}
