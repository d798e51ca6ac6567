package dev.warren.ai.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.warren.ai.asking.Asker;
import dev.warren.ai.guilds.KnownGuilds;
import dev.warren.ai.lookups.LookedUp;
import dev.warren.ai.lookups.Lookups;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The last messages of a channel that the asker can read. The gateway holds the asker's permissions against it once more. */
@ApplicationScoped
class MessagesTool implements Tool {
    private static final String CHANNEL = "channel";
    private static final String COUNT = "count";
    private static final int USUAL = 20;
    private static final int LONGEST_MESSAGE = 300;
    private static final Permissions READING = Permissions.of(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY);

    private final Lookups lookups;
    private final KnownGuilds guilds;
    private final ToolConfig config;

    MessagesTool(Lookups lookups, KnownGuilds guilds, ToolConfig config) {
        this.lookups = lookups;
        this.guilds = guilds;
        this.config = config;
    }

    @Override
    public ToolSpecification specification() {
        return ToolSpecification.builder()
                .name(ToolNames.MESSAGES)
                .description("Reads the last messages of this channel, or of another that the member can read")
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty(CHANNEL, "The channel's id or name; left out for this one")
                        .addIntegerProperty(COUNT, "How many, at most " + config.mostMessages())
                        .build())
                .build();
    }

    @Override
    public boolean isFor(Asker asker) {
        return asker.guild().isPresent();
    }

    @Override
    public Uni<String> use(Asker asker, JsonNode arguments) {
        var wanted = Tool.text(arguments, CHANNEL, 100);
        var channel = channel(asker, wanted);
        if (channel.isEmpty()) {
            return Uni.createFrom().item("No channel that the member can read is called so.");
        }
        var guild = asker.guild().orElseThrow();
        int count = Math.clamp(arguments.path(COUNT).asInt(USUAL), 1, config.mostMessages());
        // asked anew each time it is used: messages may have come since
        var cause = EventId.of("tool:messages:" + UUID.randomUUID());
        return lookups.messages(cause, asker, guild, channel.get(), count).map(looked -> switch (looked) {
            case LookedUp.Found<List<MessageCreated>>(var messages) -> said(messages);
            case LookedUp.Refused<List<MessageCreated>>(var reason) -> "The messages cannot be read: " + reason + ".";
            case LookedUp.NotInTime<List<MessageCreated>> _ -> "Discord did not give the messages in time.";
        });
    }

    private Optional<ChannelId> channel(Asker asker, String wanted) {
        var name = wanted.replaceAll("[<#>]", "").strip();
        if (name.isEmpty()) {
            return Optional.of(asker.channel());
        }
        var guild = asker.guild().orElseThrow();
        return guilds.channels(guild).stream()
                .filter(one ->
                        one.channel().toString().equals(name) || one.name().equalsIgnoreCase(name))
                .filter(one -> guilds.permissions(guild, one.channel(), asker.user(), asker.roles())
                        .filter(has -> has.allows(READING))
                        .isPresent())
                .map(one -> one.channel())
                .findFirst();
    }

    private static String said(List<MessageCreated> messages) {
        var lines = messages.stream()
                .filter(message -> !message.content().isBlank())
                .map(message -> "- **%s**: %s"
                        .formatted(message.author().displayName().replace("*", ""), cut(message.content())))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "Nothing was written here lately." : lines;
    }

    private static String cut(String content) {
        var line = content.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }
}
