package dev.warren.memory.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import dev.warren.memory.InTransaction;
import dev.warren.memory.MemoryConfig;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.WrongSetting;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.runtime.trouble.Conditions;
import dev.warren.schemas.ids.UserId;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members' keys on a real database. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class KeysIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() << 18);

    @Inject
    MemberKeys keys;

    @Inject
    KeyStore store;

    @Inject
    Vaults vaults;

    @Inject
    MemoryConfig config;

    @Inject
    InTransaction transaction;

    @Inject
    @FlywayDataSource("keys")
    Flyway flyway;

    @Inject
    RuntimeConfig runtime;

    @Inject
    Conditions conditions;

    @Inject
    WrongSetting wrong;

    @Inject
    @ReactiveDataSource("keys")
    Pool pool;

    private final UserId ada = new UserId(IDS.incrementAndGet());

    private MemberKey keyOf(UserId user) {
        return transaction.run(tx -> keys.of(tx, user));
    }

    @Test
    void sealed_elsewhereThanInItsRowOrByAnother_doesNotOpen() {
        // Given
        var key = keyOf(ada);
        var sealed = key.sealText("reminder:1", "water the plants");
        assertThat(key.openText("reminder:1", sealed)).isEqualTo("water the plants");
        // Then
        assertThatThrownBy(() -> key.open("reminder:2", sealed)).isInstanceOf(SealBroken.class);
        var other = keyOf(new UserId(IDS.incrementAndGet()));
        assertThatThrownBy(() -> other.open("reminder:1", sealed)).isInstanceOf(SealBroken.class);
        var changed = Arrays.copyOf(sealed, sealed.length);
        changed[changed.length - 1] ^= 1;
        assertThatThrownBy(() -> key.open("reminder:1", changed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void rotation_ofTheMasterKey_leavesWhatIsSealedReadableAndWrapsAllAnew() {
        // Given
        var sealed = keyOf(ada).sealText("profile", "Hazel");
        var before = wrapped();
        var elsewhere = anotherInstance();
        // When
        var rotated = vaults.rotate().await().atMost(PATIENCE);
        // Then
        assertThat(rotated).isGreaterThanOrEqualTo(2);
        assertThat(wrapped()).isNotEqualTo(before);
        assertThat(keyOf(ada).openText("profile", sealed)).isEqualTo("Hazel");
        // and another instance, which has not heard of it, reads the key and makes more
        var old = new KeyId(ada.value(), 0);
        var next = new KeyId(IDS.incrementAndGet(), 0);
        assertThat(elsewhere.make(List.of(old, next)).await().atMost(PATIENCE)).containsOnlyKeys(old, next);
        assertThat(keyOf(new UserId(next.member())).sealText("x", "y")).isNotEmpty();
    }

    @Test
    void vault_withAWrongMasterKey_isNotOpenedAndNothingIsOverwritten(@TempDir Path folder) {
        // Given
        keyOf(ada);
        var before = wrapped();
        var lost = folder.resolve("lost.json");
        var wrong = new MasterKeyFile(folder.resolve("wrong.json"));
        wrong.create();
        // Then
        assertThatThrownBy(() -> look(new MasterKeyFile(lost))).isInstanceOf(UnusableMasterKey.class);
        assertThat(lost).doesNotExist();
        assertThatThrownBy(() -> look(wrong)).isInstanceOf(UnusableMasterKey.class);
        assertThat(wrapped()).isEqualTo(before);
    }

    @Test
    void erasing_aMember_destroysTheKeyAndTheNextIsAnother() {
        // Given
        var sealed = keyOf(ada).sealText("profile", "Hazel");
        // When
        transaction.run(tx -> keys.destroy(tx, ada, Instant.now()).replaceWith(true));
        // Then
        assertThat(transaction.<Boolean>run(tx -> keys.find(tx, ada).map(found -> found.isPresent())))
                .isFalse();
        assertThatThrownBy(() -> keyOf(ada).open("profile", sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void kms_knownByItsAddress_wrapsAndUnwraps(@TempDir Path folder) throws GeneralSecurityException {
        // Given
        var service =
                new MasterKeyService(new Kms(new MasterKeyFile(folder.resolve("kms.json")).create()), Kms.ADDRESS);
        var proof = Vault.proof(service.create());
        // When
        var vault = Vault.open(service, 1, proof);
        // Then
        var id = new KeyId(42, 0);
        assertThat(vault.unwrap(id, vault.wrap(id, new byte[] {1, 2, 3}))).contains(new byte[] {1, 2, 3});
        assertThat(vault.unwrap(new KeyId(43, 0), vault.wrap(id, new byte[] {1})))
                .isEmpty();
    }

    /** A key management service of one key. */
    private record Kms(Aead key) implements KmsClient {
        static final String ADDRESS = "test-kms://one";

        @Override
        public boolean doesSupport(String address) {
            return address.equals(ADDRESS);
        }

        @Override
        public KmsClient withCredentials(@Nullable String path) {
            return this;
        }

        @Override
        public KmsClient withDefaultCredentials() {
            return this;
        }

        @Override
        public Aead getAead(String address) {
            return key;
        }
    }

    /** As a second instance would open it. */
    private Vault look(MasterKey source) {
        return Vault.open(source, master().version(), master().proof());
    }

    private KeyStore.Master master() {
        return store.master().await().atMost(PATIENCE).orElseThrow();
    }

    private KeyRing anotherInstance() {
        var its = new Vaults(
                flyway, store, new MasterKeyFile(config.masterKey().file()), runtime, config, conditions, wrong);
        its.reload();
        return new KeyRing(store, its, config);
    }

    private String wrapped() {
        var rows = pool.preparedQuery("SELECT encode(wrapped, 'hex') AS wrapped FROM data_key WHERE member = $1")
                .execute(Tuple.of(ada.value()))
                .await()
                .atMost(PATIENCE);
        return rows.iterator().next().getString("wrapped");
    }
}
