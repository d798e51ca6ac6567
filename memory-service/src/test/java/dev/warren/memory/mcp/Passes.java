package dev.warren.memory.mcp;

import dev.warren.runtime.membertoken.MemberClaim;
import dev.warren.runtime.membertoken.MemberTokenConfig;
import dev.warren.runtime.membertoken.MemberTokens;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.ConfigProvider;

/** Members who come with tokens, as the AI service would issue them. */
final class Passes {
    static final GuildId GUILD = new GuildId(77);

    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() << 20);

    private Passes() {}

    private record Config(Optional<String> secret, Optional<String> previousSecret, Duration lifetime)
            implements MemberTokenConfig {}

    /** Where the service under test is. */
    static URI server() {
        return URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    }

    static UserId member() {
        return new UserId(IDS.incrementAndGet());
    }

    static EventId turn() {
        return EventId.of("message:" + IDS.incrementAndGet() + "/turn");
    }

    /** A good token. */
    static String of(UserId member, EventId turn) {
        return signed(ours(), Instant.now(), member, turn);
    }

    static String of(UserId member) {
        return of(member, turn());
    }

    static String expired(UserId member) {
        return signed(ours(), Instant.now().minusSeconds(600), member, turn());
    }

    static String forged(UserId member) {
        return signed("a secret that the service does not know", Instant.now(), member, turn());
    }

    private static String ours() {
        return ConfigProvider.getConfig().getValue("warren.member-tokens.secret", String.class);
    }

    private static String signed(String secret, Instant at, UserId member, EventId turn) {
        var config = new Config(Optional.of(secret), Optional.empty(), Duration.ofMinutes(2));
        return new MemberTokens(config, InstantSource.fixed(at))
                .issue(new MemberClaim(member, Optional.of(GUILD), turn))
                .orElseThrow();
    }
}
