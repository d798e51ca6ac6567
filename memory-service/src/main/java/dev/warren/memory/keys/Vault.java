package dev.warren.memory.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The master key as this instance has it.
 *
 * @param version of the rotation that it belongs to
 */
record Vault(MasterKey source, Aead master, int version) {
    private static final byte[] PROVED = "warren".getBytes(UTF_8);
    private static final byte[] PROOF = "proof".getBytes(UTF_8);

    /** Opens it with the key that made this proof. */
    static Vault open(MasterKey source, int version, byte[] proof) {
        var master = source.load()
                .orElseThrow(() -> new UnusableMasterKey(
                        source.name() + ": is missing, and there are keys that it wrapped; put it back"));
        try {
            master.decrypt(proof, PROOF);
        } catch (GeneralSecurityException e) {
            throw new UnusableMasterKey(source.name() + ": is another key than the one that wrapped the members' keys");
        }
        return new Vault(source, master, version);
    }

    static byte[] proof(Aead master) {
        try {
            return master.encrypt(PROVED, PROOF);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key does not seal", e);
        }
    }

    byte[] wrap(KeyId id, byte[] key) {
        try {
            return master.encrypt(key, id.bound());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key does not wrap", e);
        }
    }

    /** None when another key wrapped it, as after a rotation by another instance. */
    Optional<byte[]> unwrap(KeyId id, byte[] wrapped) {
        try {
            return Optional.of(master.decrypt(wrapped, id.bound()));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
