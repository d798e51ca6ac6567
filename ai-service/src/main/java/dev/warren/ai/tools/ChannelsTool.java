package dev.warren.ai.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.warren.ai.asking.Asker;
import dev.warren.ai.guilds.KnownGuilds;
import dev.warren.schemas.discord.GuildEvent.ChannelKnown;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The channels that the asker can see; the others do not exist for it. */
@ApplicationScoped
class ChannelsTool implements Tool {
    private static final String ABOUT = "about";
    private static final int LONGEST = 200;
    private static final int SHORTEST_WORD = 4;
    private static final int MOST = 60;
    /** Discord's type of a category, which is no place to write. */
    private static final int CATEGORY = 4;

    private final KnownGuilds guilds;

    ChannelsTool(KnownGuilds guilds) {
        this.guilds = guilds;
    }

    @Override
    public ToolSpecification specification() {
        return ToolSpecification.builder()
                .name(ToolNames.CHANNELS)
                .description(
                        "Lists the channels that the member can see; first those whose names have a word of what it is about")
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty(ABOUT, "What the channel should be about; left out for all")
                        .build())
                .build();
    }

    @Override
    public boolean isFor(Asker asker) {
        return asker.guild().isPresent();
    }

    @Override
    public Uni<String> use(Asker asker, JsonNode arguments) {
        var about = Tool.text(arguments, ABOUT, LONGEST).toLowerCase(Locale.ROOT);
        var seen = asker.guild().map(guild -> ServerTool.seen(guilds, asker, guild)).orElse(List.of()).stream()
                .filter(channel -> channel.kind() != CATEGORY)
                .toList();
        var fitting = seen.stream().filter(channel -> fits(channel, about)).toList();
        return Uni.createFrom()
                .item(
                        fitting.isEmpty()
                                ? seen.isEmpty()
                                        ? "No channel is known that you can see."
                                        : "You can see: " + list(seen)
                                : "These fit: " + list(fitting)
                                        + (seen.size() > fitting.size()
                                                ? "\nThere are " + (seen.size() - fitting.size()) + " more."
                                                : ""));
    }

    private static boolean fits(ChannelKnown channel, String about) {
        return Arrays.stream(about.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST_WORD && !word.startsWith("channel"))
                .map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .anyMatch(channel.name().toLowerCase(Locale.ROOT)::contains);
    }

    private static String list(List<ChannelKnown> channels) {
        return channels.stream()
                        .limit(MOST)
                        .map(channel -> "<#" + channel.channel() + "> (" + channel.name() + ")")
                        .collect(Collectors.joining(", "))
                + (channels.size() > MOST ? " and " + (channels.size() - MOST) + " more" : "");
    }
}
