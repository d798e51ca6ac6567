package dev.warren.ai.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.warren.ai.asking.Asker;
import dev.warren.ai.guilds.KnownGuilds;
import dev.warren.schemas.discord.GuildEvent.ChannelKnown;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the server is, as everybody in it can see. */
@ApplicationScoped
class ServerTool implements Tool {
    private static final int MOST_ROLES = 25;
    private static final int SNOWFLAKE_TIME = 22;
    private static final long DISCORD_EPOCH_MILLIS = 1_420_070_400_000L;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    static final Permissions SEEING = Permissions.of(Permission.VIEW_CHANNEL);

    private final KnownGuilds guilds;

    ServerTool(KnownGuilds guilds) {
        this.guilds = guilds;
    }

    @Override
    public ToolSpecification specification() {
        return ToolSpecification.builder()
                .name(ToolNames.SERVER)
                .description("Tells about this server: name, owner, age, members, channels, roles")
                .parameters(JsonObjectSchema.builder().build())
                .build();
    }

    @Override
    public boolean isFor(Asker asker) {
        return asker.guild().isPresent();
    }

    @Override
    public Uni<String> use(Asker asker, JsonNode arguments) {
        return Uni.createFrom()
                .item(asker.guild()
                        .flatMap(guilds::guild)
                        .map(guild -> said(guild, seen(guilds, asker, guild.guild())))
                        .orElse("Nothing is known of this server yet."));
    }

    private String said(GuildKnown guild, List<ChannelKnown> seen) {
        var roles = guilds.roles(guild.guild());
        var names = roles.stream().limit(MOST_ROLES).map(role -> role.name()).collect(Collectors.joining(", "));
        return "**%s** has %,d members. Owner: <@%s>. Made on %s. You can see %d channels. Roles (%d): %s."
                .formatted(
                        guild.name(),
                        guild.members(),
                        guild.owner(),
                        DAY.format(made(guild.guild())),
                        seen.size(),
                        roles.size(),
                        names.isEmpty() ? "none" : names);
    }

    private static java.time.OffsetDateTime made(GuildId guild) {
        return Instant.ofEpochMilli((guild.value() >>> SNOWFLAKE_TIME) + DISCORD_EPOCH_MILLIS)
                .atOffset(ZoneOffset.UTC);
    }

    /** The channels and threads that the asker can see. */
    static List<ChannelKnown> seen(KnownGuilds guilds, Asker asker, GuildId guild) {
        return guilds.channels(guild).stream()
                .filter(channel -> guilds.permissions(guild, channel.channel(), asker.user(), asker.roles())
                        .filter(has -> has.allows(SEEING))
                        .isPresent())
                .toList();
    }
}
