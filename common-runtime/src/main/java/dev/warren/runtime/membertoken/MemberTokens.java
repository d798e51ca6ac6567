package dev.warren.runtime.membertoken;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.runtime.membertoken.TokenCheck.Good;
import dev.warren.runtime.membertoken.TokenCheck.Reason;
import dev.warren.runtime.membertoken.TokenCheck.Refused;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Issues and checks members' tokens: JSON Web Tokens signed with HMAC-SHA-256 (RFC 7519, RFC 7515). */
@ApplicationScoped
public class MemberTokens {
    private static final String ISSUER = "warren";
    private static final String AUDIENCE = "warren-memory";
    private static final String GUILD = "guild";
    private static final String CAUSE = "cause";
    private static final String HMAC = "HmacSHA256";
    /** How far two machines' clocks may differ. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int FINGERPRINT_BYTES = 12;

    private final Optional<String> secret;
    private final List<HmacKey> keys;
    private final Duration lifetime;
    private final InstantSource clock;

    public MemberTokens(MemberTokenConfig config, InstantSource clock) {
        this.secret = config.secret();
        this.keys = Stream.concat(config.secret().stream(), config.previousSecret().stream())
                .map(MemberTokens::key)
                .toList();
        this.lifetime = config.lifetime();
        this.clock = clock;
    }

    /** A token for a member; none where no secret is set. */
    public Optional<String> issue(MemberClaim claim) {
        return secret.map(text -> signed(claim, key(text)));
    }

    private String signed(MemberClaim claim, HmacKey key) {
        var now = clock.instant();
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(claim.user().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(lifetime).getEpochSecond()));
        claims.setStringClaim(CAUSE, claim.cause().value());
        claim.guild().ifPresent(guild -> claims.setStringClaim(GUILD, guild.toString()));
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key);
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    /** For whom a token acts, or why it does not. What it says is believed only when it is good. */
    public TokenCheck check(String token) {
        TokenCheck last = new Refused(Reason.NO_SECRET);
        for (var key : keys) {
            last = check(token, key);
            if (!last.equals(new Refused(Reason.WRONG_SIGNATURE))) {
                return last;
            }
        }
        return last;
    }

    private TokenCheck check(String token, HmacKey key) {
        try {
            return new Good(claim(consumer(key).processToClaims(token)));
        } catch (InvalidJwtException e) {
            return new Refused(reason(e));
        } catch (MalformedClaimException | IllegalArgumentException e) {
            return new Refused(Reason.MALFORMED);
        }
    }

    private JwtConsumer consumer(HmacKey key) {
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(AUDIENCE)
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes((int) LONGEST.toMinutes())
                .setAllowedClockSkewInSeconds((int) SKEW.toSeconds())
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                .build();
    }

    private static MemberClaim claim(JwtClaims claims) throws MalformedClaimException {
        var cause = claims.getStringClaimValue(CAUSE);
        if (cause == null) {
            throw new IllegalArgumentException("cause must be there");
        }
        return new MemberClaim(
                UserId.of(claims.getSubject()),
                Optional.ofNullable(claims.getStringClaimValue(GUILD)).map(GuildId::of),
                EventId.of(cause));
    }

    /** Its message quotes the token, so it goes no further. */
    private static Reason reason(InvalidJwtException wrong) {
        if (wrong.hasErrorCode(ErrorCodes.SIGNATURE_INVALID) || wrong.hasErrorCode(ErrorCodes.SIGNATURE_MISSING)) {
            return Reason.WRONG_SIGNATURE;
        }
        if (wrong.hasErrorCode(ErrorCodes.EXPIRED)) {
            return Reason.EXPIRED;
        }
        return wrong.hasErrorCode(ErrorCodes.EXPIRATION_TOO_FAR_IN_FUTURE) ? Reason.TOO_LONG_LIVED : Reason.MALFORMED;
    }

    /**
     * The same for the same text, in 24 hexadecimal digits, for ids that live longer than the text may. Nobody can guess the text from it
     * who has not the secret.
     *
     * @throws IllegalStateException where no secret is set
     */
    public String fingerprint(String text) {
        var own = secret.orElseThrow(() -> new IllegalStateException("no secret is set"));
        var key = mac(own.getBytes(UTF_8), "fingerprints");
        return HexFormat.of().formatHex(mac(key, text), 0, FINGERPRINT_BYTES);
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    private static HmacKey key(String secret) {
        return new HmacKey(secret.getBytes(UTF_8));
    }
}
