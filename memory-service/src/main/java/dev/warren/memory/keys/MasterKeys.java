package dev.warren.memory.keys;

import com.google.crypto.tink.KmsClient;
import dev.warren.memory.MemoryConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where the master key comes from: a file, or the key management service that a bean of Tink's {@link KmsClient} speaks with. */
@ApplicationScoped
class MasterKeys {
    @Produces
    @Singleton
    MasterKey source(MemoryConfig config, @Any Instance<KmsClient> clients) {
        var settings = config.masterKey();
        if (settings.kms().isEmpty()) {
            return new MasterKeyFile(settings.file());
        }
        var address = settings.kms().get();
        return clients.stream()
                .filter(client -> client.doesSupport(address))
                .findFirst()
                .map(client -> new MasterKeyService(client, address))
                .orElseThrow(() -> new ConfigurationException(
                        "warren.memory.master-key.kms=" + address + ": no key management service knows this address"));
    }
}
