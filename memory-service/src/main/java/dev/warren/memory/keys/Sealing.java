package dev.warren.memory.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** Tink as it is used here: AES-256 in Galois/Counter mode, by keysets. */
final class Sealing {
    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Sealing() {}

    static KeysetHandle generate() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    }

    static Aead aead(KeysetHandle keys) throws GeneralSecurityException {
        return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    static byte[] write(KeysetHandle keys) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    }

    static KeysetHandle read(byte[] keys) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeyset(keys, InsecureSecretKeyAccess.get());
    }
}
