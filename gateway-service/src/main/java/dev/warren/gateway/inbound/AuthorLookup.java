package dev.warren.gateway.inbound;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.gateway.GatewayConfig;
import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.rest.DiscordRest;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.gateway.rest.RestRoute;
import dev.warren.gateway.wire.Members;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Asks Discord for the roles of who wrote a message that was read back, for a bounded time. */
@ApplicationScoped
class AuthorLookup {
    private static final RestRoute MEMBER = RestRoute.get("/guilds/{guild_id}/members/{user_id}");

    private final DiscordRest rest;
    private final GuildDirectory guilds;
    private final InstantSource clock;
    private final Duration bound;
    private final ObjectMapper mapper = new ObjectMapper();

    AuthorLookup(DiscordRest rest, GuildDirectory guilds, InstantSource clock, GatewayConfig config) {
        this.rest = rest;
        this.guilds = guilds;
        this.clock = clock;
        this.bound = config.commands().lookup();
    }

    /** The member with roles, and permissions in the channel; none when they left, or Discord was too slow. Never fails. */
    CompletionStage<Optional<Member>> find(GuildId guild, ChannelId channel, UserId user) {
        return rest.send(RestRequest.to(MEMBER.at(guild.toString(), user.toString()))
                        .until(clock.instant().plus(bound)))
                .map(outcome -> outcome instanceof RestOutcome.Posted(var _, var body)
                        ? read(body.getBytes(), guild, channel)
                        : Optional.<Member>empty())
                .toCompletionStage();
    }

    private Optional<Member> read(byte[] json, GuildId guild, ChannelId channel) {
        try {
            var node = mapper.readTree(json);
            var member = Members.member(node);
            var permissions = guilds.permissions(guild, channel, member.id(), member.roles());
            return Optional.of(Members.member(node.path("user"), node, permissions));
        } catch (IOException | IllegalArgumentException notUnderstood) {
            return Optional.empty();
        }
    }
}
