package dev.warren.gateway.outbound.actions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.Routes;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.gateway.wire.Members;
import dev.warren.runtime.redis.Redis;
import dev.warren.runtime.trouble.Waiting;
import dev.warren.schemas.bot.ActionEvent.FetchMember;
import dev.warren.schemas.bot.ActionEvent.FetchMessages;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Looks members and messages up. The result lies in Redis as the words of the schemas: a {@code Member}, or an array of
 * {@code MessageCreated}, the oldest first.
 */
@ApplicationScoped
class LookUps {
    private static final Permissions READING = Permissions.of(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY);

    private final Requests requests;
    private final GuildDirectory guilds;
    private final Redis redis;
    private final Waiting waiting;
    private final Discord discord;
    private final Duration kept;
    private final ObjectMapper mapper = WireJson.mapper();

    LookUps(
            Requests requests,
            GuildDirectory guilds,
            Redis redis,
            Waiting waiting,
            Discord discord,
            OutboundConfig config) {
        this.requests = requests;
        this.guilds = guilds;
        this.redis = redis;
        this.waiting = waiting;
        this.discord = discord;
        this.kept = config.actions().lookupKept();
    }

    Uni<ActionOutcome> member(EventId id, FetchMember action) {
        var request = RestRequest.to(Routes.MEMBER.at(
                action.context().guild().toString(), action.user().toString()));
        return requests.ask(action.context(), request, posted -> keep(id, Members.member(read(posted))));
    }

    /** The invoker must be able to read the channel, whatever the bot can. */
    Uni<ActionOutcome> messages(EventId id, FetchMessages action) {
        if (action.context().invoker().isEmpty()) {
            return refused("a look-up of messages must have an invoker");
        }
        return roles(action, action.context().invoker().get(), roles -> {
            var permissions = guilds.permissions(
                    action.context().guild(),
                    action.channel(),
                    action.context().invoker().get(),
                    roles);
            if (permissions.isEmpty()) {
                return refused("the channel is not known");
            }
            return permissions.get().allows(READING)
                    ? read(id, action)
                    : refused("the invoker may not read the channel");
        });
    }

    private Uni<ActionOutcome> roles(
            FetchMessages action, UserId invoker, Function<List<RoleId>, Uni<ActionOutcome>> then) {
        var request = RestRequest.to(Routes.MEMBER.at(action.context().guild().toString(), invoker.toString()));
        return requests.ask(
                action.context(),
                request,
                posted -> then.apply(Members.member(read(posted)).roles()));
    }

    private Uni<ActionOutcome> read(EventId id, FetchMessages action) {
        var parameters = new ArrayList<RestRequest.Parameter>();
        parameters.add(new RestRequest.Parameter("limit", Integer.toString(action.limit())));
        action.before().ifPresent(before -> parameters.add(new RestRequest.Parameter("before", before.toString())));
        var request = RestRequest.to(Routes.MESSAGES.at(action.channel().toString()))
                .query(parameters.toArray(RestRequest.Parameter[]::new));
        return requests.ask(
                action.context(),
                request,
                posted -> keep(id, FoundMessages.read(action.context().guild(), action.channel(), read(posted))));
    }

    private Uni<ActionOutcome> keep(EventId id, Object result) {
        String key = redis.key("lookup:" + id.value());
        byte[] bytes = write(result);
        var until = discord.now().plus(kept);
        return waiting.outage(() -> redis.call(commands -> commands.set(key, bytes, SetArgs.Builder.px(kept))))
                .replaceWith(new ActionOutcome.LookedUp(key, until));
    }

    private JsonNode read(RestOutcome.Posted posted) {
        try {
            return mapper.readTree(posted.body().getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Discord's answer is no JSON", e);
        }
    }

    private byte[] write(Object result) {
        try {
            return mapper.writeValueAsBytes(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result cannot be written", e);
        }
    }

    private static Uni<ActionOutcome> refused(String reason) {
        return Uni.createFrom().item(ActionOutcome.refused(reason));
    }
}
