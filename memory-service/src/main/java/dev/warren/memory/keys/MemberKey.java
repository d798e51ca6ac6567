package dev.warren.memory.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import dev.warren.schemas.ids.UserId;
import java.security.GeneralSecurityException;

/** One member's data key. What it seals is bound to the member and to its row: elsewhere it does not open. */
public final class MemberKey {
    private final UserId user;
    private final Aead aead;

    MemberKey(UserId user, Aead aead) {
        this.user = user;
        this.aead = aead;
    }

    /** @param row names the row in all of the service, such as {@code profile} or {@code reminder:42} */
    public byte[] seal(String row, byte[] content) {
        try {
            return aead.encrypt(content, bound(row));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("content cannot be sealed: " + row, e);
        }
    }

    /** @throws SealBroken when it was not sealed by this key for this row */
    public byte[] open(String row, byte[] sealed) {
        try {
            return aead.decrypt(sealed, bound(row));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(row, e);
        }
    }

    public byte[] sealText(String row, String text) {
        return seal(row, text.getBytes(UTF_8));
    }

    public String openText(String row, byte[] sealed) {
        return new String(open(row, sealed), UTF_8);
    }

    private byte[] bound(String row) {
        return (user + "\n" + row).getBytes(UTF_8);
    }
}
