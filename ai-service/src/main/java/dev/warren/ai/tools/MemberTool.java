package dev.warren.ai.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.warren.ai.asking.Asker;
import dev.warren.ai.guilds.KnownGuilds;
import dev.warren.ai.lookups.LookedUp;
import dev.warren.ai.lookups.Lookups;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Collectors;

/** A member as everybody on the server can see them: names and roles. */
@ApplicationScoped
class MemberTool implements Tool {
    private static final String MEMBER = "member";

    private final Lookups lookups;
    private final KnownGuilds guilds;

    MemberTool(Lookups lookups, KnownGuilds guilds) {
        this.lookups = lookups;
        this.guilds = guilds;
    }

    @Override
    public ToolSpecification specification() {
        return ToolSpecification.builder()
                .name(ToolNames.MEMBER)
                .description("Tells the names and roles of a member of this server, of the one who asks when left out")
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty(MEMBER, "The member's id or mention")
                        .build())
                .build();
    }

    @Override
    public boolean isFor(Asker asker) {
        return asker.guild().isPresent();
    }

    @Override
    public Uni<String> use(Asker asker, JsonNode arguments) {
        var wanted = Tool.text(arguments, MEMBER, 40).replaceAll("[<@!>]", "");
        if (!wanted.isEmpty() && !wanted.matches("\\d{1,19}")) {
            return Uni.createFrom().item("The member must be given by id or mention.");
        }
        var guild = asker.guild().orElseThrow();
        var user = wanted.isEmpty() ? asker.user() : UserId.of(wanted);
        var cause = EventId.of("tool:member:" + UUID.randomUUID());
        return lookups.member(cause, asker, guild, user).map(looked -> switch (looked) {
            case LookedUp.Found<Member>(var member) -> said(guild, member);
            case LookedUp.Refused<Member> _ -> "There is no such member here.";
            case LookedUp.NotInTime<Member> _ -> "Discord did not tell about the member in time.";
        });
    }

    private String said(GuildId guild, Member member) {
        var roles = guilds.roles(guild).stream()
                .filter(role -> member.roles().contains(role.role()))
                .map(role -> role.name())
                .collect(Collectors.joining(", "));
        return "**%s** (%s)%s. Roles: %s."
                .formatted(
                        member.displayName(),
                        member.name(),
                        member.bot() ? " is a bot" : "",
                        roles.isEmpty() ? "none" : roles);
    }
}
