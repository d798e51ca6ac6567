package dev.warren.runtime.membertoken;

/** What a token came to. */
public sealed interface TokenCheck {
    /** It is good, and this is for whom it acts. */
    record Good(MemberClaim claim) implements TokenCheck {}

    /** It is not. */
    record Refused(Reason reason) implements TokenCheck {}

    /** Why a token is refused. */
    enum Reason {
        /** Here no secret is set, so that nobody can be believed. */
        NO_SECRET,
        /** It is no token of this kind, or one for something else. */
        MALFORMED,
        /** Somebody else signed it, or nobody. */
        WRONG_SIGNATURE,
        /** Its time is over. */
        EXPIRED,
        /** It would be good for longer than a token may be. */
        TOO_LONG_LIVED
    }
}
