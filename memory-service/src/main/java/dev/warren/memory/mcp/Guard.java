package dev.warren.memory.mcp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.warren.runtime.membertoken.MemberClaim;
import dev.warren.runtime.membertoken.MemberTokens;
import dev.warren.runtime.membertoken.TokenCheck.Good;
import dev.warren.runtime.membertoken.TokenCheck.Refused;
import dev.warren.schemas.ids.UserId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Lets in who comes with a member's token, and tells the tools for whom they act. Everybody else is refused and noted. */
@ApplicationScoped
class Guard {
    private static final String PATH = "/mcp";
    private static final String CLAIM = "warren.member-claim";
    private static final String SESSION = "Mcp-Session-Id";
    private static final String BEARER = "bearer ";
    private static final int BEFORE_THE_SERVER = 10;
    private static final int MOST_SESSIONS = 10_000;
    private static final Duration SESSIONS_KEPT = Duration.ofMinutes(30);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final MemberTokens tokens;
    private final RefusedAccesses refused;
    private final Cache<String, UserId> sessions = Caffeine.newBuilder()
            .maximumSize(MOST_SESSIONS)
            .expireAfterAccess(SESSIONS_KEPT)
            .build();

    Guard(MemberTokens tokens, RefusedAccesses refused) {
        this.tokens = tokens;
        this.refused = refused;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_SERVER);
    }

    /** For whom a call acts; none where it did not come past here. */
    static Optional<MemberClaim> claim(RoutingContext call) {
        return Optional.ofNullable(call.get(CLAIM));
    }

    private void check(RoutingContext call) {
        if (!call.normalizedPath().startsWith(PATH)) {
            call.next();
            return;
        }
        var token = token(call);
        if (token.isEmpty()) {
            refuse(call, UNAUTHORIZED, "token-missing", Optional.empty());
            return;
        }
        switch (tokens.check(token.get())) {
            case Refused(var reason) ->
                refuse(
                        call,
                        UNAUTHORIZED,
                        "token-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        Optional.empty());
            case Good(var claim) -> admit(call, claim);
        }
    }

    private void admit(RoutingContext call, MemberClaim claim) {
        var session = Optional.ofNullable(call.request().getHeader(SESSION));
        var owner = session.flatMap(id -> Optional.ofNullable(sessions.getIfPresent(id)));
        if (owner.isPresent() && !owner.get().equals(claim.user())) {
            refuse(call, FORBIDDEN, "other-member", Optional.of(claim));
            return;
        }
        call.put(CLAIM, claim);
        call.addHeadersEndHandler(_ -> {
            var begun = call.response().headers().get(SESSION);
            if (begun != null) {
                sessions.put(begun, claim.user());
            }
        });
        call.next();
    }

    private void refuse(RoutingContext call, int status, String reason, Optional<MemberClaim> claim) {
        refused.note(reason, claim);
        var response = call.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        if (status == UNAUTHORIZED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.end("{\"error\":\"" + reason + "\"}");
    }

    private static Optional<String> token(RoutingContext call) {
        return Optional.ofNullable(call.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }
}
