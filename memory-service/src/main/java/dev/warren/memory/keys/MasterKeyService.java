package dev.warren.memory.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** The master key at a key management service, which makes and renews it itself; it never leaves there. */
final class MasterKeyService implements MasterKey {
    private final KmsClient client;
    private final String address;

    /** @param address as the client knows it, such as {@code gcp-kms://projects/…} */
    MasterKeyService(KmsClient client, String address) {
        this.client = client;
        this.address = address;
    }

    @Override
    public String name() {
        return "master key " + address;
    }

    @Override
    public Optional<Aead> load() {
        try {
            return Optional.of(client.getAead(address));
        } catch (GeneralSecurityException e) {
            throw new UnusableMasterKey(name() + ": the key management service does not give it");
        }
    }

    @Override
    public Aead create() {
        return renew();
    }

    @Override
    public Aead renew() {
        return load().orElseThrow();
    }

    @Override
    public void forgetOld() {
        // the service does so by its own rules
    }
}
