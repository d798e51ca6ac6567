package dev.warren.gateway.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.gateway.GatewayConfig;
import dev.warren.gateway.guilds.LatelySeen;
import dev.warren.gateway.rest.DiscordRest;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.gateway.rest.RestRequest.Parameter;
import dev.warren.gateway.rest.RestRoute;
import dev.warren.gateway.wire.Members;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.ids.GuildId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Asks Discord for a member whom the gateway has not seen lately, for a bounded time. */
@ApplicationScoped
class MemberLookup {
    private static final Logger LOG = Logger.getLogger(MemberLookup.class);
    private static final RestRoute ONE = RestRoute.get("/guilds/{guild_id}/members/{user_id}");
    private static final RestRoute SEARCH = RestRoute.get("/guilds/{guild_id}/members/search");
    private static final String FEW = "10";

    private final DiscordRest rest;
    private final LatelySeen seen;
    private final InstantSource clock;
    private final Duration bound;
    private final ObjectMapper mapper = new ObjectMapper();

    MemberLookup(DiscordRest rest, LatelySeen seen, InstantSource clock, GatewayConfig config) {
        this.rest = rest;
        this.seen = seen;
        this.clock = clock;
        this.bound = config.commands().lookup();
    }

    /** The member with this id, or else this user name or shown name; none when there is none, or Discord was too slow. */
    CompletionStage<Optional<Member>> find(GuildId guild, String name) {
        boolean isId = name.chars().allMatch(c -> c >= '0' && c <= '9');
        var request = isId
                ? RestRequest.to(ONE.at(guild.toString(), name))
                : RestRequest.to(SEARCH.at(guild.toString()))
                        .query(new Parameter("query", name), new Parameter("limit", FEW));
        return rest.send(request.until(clock.instant().plus(bound)))
                .toCompletionStage()
                .thenApply(outcome -> found(outcome, isId, name))
                .toCompletableFuture()
                .completeOnTimeout(Optional.empty(), bound.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((found, failure) -> {
                    if (found != null) {
                        found.ifPresent(member -> seen.saw(guild, member));
                    }
                });
    }

    /** In direct messages there is nobody to find. */
    CompletionStage<Optional<Member>> find(Optional<GuildId> guild, String name) {
        return guild.map(id -> find(id, name)).orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private Optional<Member> found(RestOutcome outcome, boolean isId, String name) {
        return switch (outcome) {
            case RestOutcome.Posted(var _, var body) -> {
                try {
                    var answer = mapper.readTree(body.getBytes());
                    yield isId ? Optional.of(Members.member(answer)) : best(answer, name);
                } catch (IOException | IllegalArgumentException e) {
                    LOG.warnf(
                            "answer to a look-up was not understood error=%s",
                            e.getClass().getName());
                    yield Optional.empty();
                }
            }
            case RestOutcome.Refused _,
                    RestOutcome.Expired _,
                    RestOutcome.Overloaded _,
                    RestOutcome.Unavailable _,
                    RestOutcome.Unknown _ -> Optional.empty();
        };
    }

    /** Discord finds everybody whose name begins so; only a whole name is meant, or the only one who begins so. */
    private static Optional<Member> best(JsonNode answer, String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        Optional<Member> shown = Optional.empty();
        for (var node : answer) {
            var member = Members.member(node);
            if (member.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return Optional.of(member);
            }
            if (shown.isEmpty() && member.displayName().toLowerCase(Locale.ROOT).equals(wanted)) {
                shown = Optional.of(member);
            }
        }
        return shown.or(() -> answer.size() == 1 ? Optional.of(Members.member(answer.get(0))) : Optional.empty());
    }
}
