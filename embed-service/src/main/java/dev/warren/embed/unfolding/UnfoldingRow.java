package dev.warren.embed.unfolding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.embed.links.Link;
import dev.warren.embed.unfolding.Unfolding.State;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message whose links are shown, as it lies in the database. */
@Entity
@Table(name = "unfolding")
class UnfoldingRow {
    private static final ObjectMapper MAPPER = WireJson.mapper();
    private static final TypeReference<List<Link>> LINKS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    @Id
    @Column(name = "message")
    long message;

    @Column(name = "guild")
    long guild;

    @Column(name = "channel")
    long channel;

    @Column(name = "author")
    @Nullable
    Long author;

    @Column(name = "revision")
    long revision;

    @Column(name = "links")
    String links = "[]";

    @Column(name = "discords")
    String discords = "[]";

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    State state = State.EARLY;

    @Column(name = "reply")
    @Nullable
    String reply;

    @Column(name = "written_at")
    Instant writtenAt = Instant.EPOCH;

    protected UnfoldingRow() {}

    static UnfoldingRow of(Unfolding unfolding) {
        var row = new UnfoldingRow();
        row.message = unfolding.message().value();
        row.guild = unfolding.guild().value();
        row.channel = unfolding.channel().value();
        row.author = unfolding.author().map(UserId::value).orElse(null);
        row.revision = unfolding.revision();
        row.links = write(unfolding.links());
        row.discords = write(unfolding.discords());
        row.state = unfolding.state();
        row.reply = unfolding.reply().map(EventId::value).orElse(null);
        row.writtenAt = unfolding.message().createdAt();
        return row;
    }

    Unfolding unfolding() {
        return new Unfolding(
                new MessageId(message),
                new GuildId(guild),
                new ChannelId(channel),
                Optional.ofNullable(author).map(UserId::new),
                revision,
                read(links, LINKS),
                read(discords, TEXTS),
                state,
                Optional.ofNullable(reply).map(EventId::of));
    }

    private static String write(List<?> values) {
        try {
            return MAPPER.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of links is always JSON", e);
        }
    }

    private static <T> List<T> read(String json, TypeReference<List<T>> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("links of a row must be what this service wrote", e);
        }
    }
}
