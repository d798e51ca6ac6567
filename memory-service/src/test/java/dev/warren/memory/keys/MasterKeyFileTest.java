package dev.warren.memory.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master key in a file, and what opens with it. */
class MasterKeyFileTest {
    private static final byte[] KEY = "a data key".getBytes(UTF_8);
    private static final byte[] WHOSE = "ada".getBytes(UTF_8);

    @TempDir
    Path folder;

    private Path path;
    private MasterKeyFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("memory").resolve("master-key.json");
        file = new MasterKeyFile(path);
    }

    @Test
    void create_whereThereIsNone_makesAFileThatItsOwnerAloneMayRead() throws IOException {
        assertThat(file.load()).isEmpty();

        file.create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        try (var all = Files.list(path.getParent())) {
            assertThat(all).containsExactly(path);
        }
    }

    @Test
    void create_whereThereIsOne_givesThatAndOverwritesNothing() throws Exception {
        // Given
        var wrapped = file.create().encrypt(KEY, WHOSE);
        var before = Files.readString(path);
        // When
        var again = new MasterKeyFile(path).create();
        // Then
        assertThat(again.decrypt(wrapped, WHOSE)).isEqualTo(KEY);
        assertThat(Files.readString(path)).isEqualTo(before);
    }

    @Test
    void load_ofAFileThatOthersMayReadOrThatHoldsNoKey_saysSoInOneLine() throws IOException {
        file.create();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> file.load())
                .isInstanceOf(UnusableMasterKey.class)
                .hasMessage("master key file " + path + ": must be readable by its owner alone (chmod 600)");

        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(path, "{}");
        assertThatThrownBy(() -> file.load())
                .isInstanceOf(UnusableMasterKey.class)
                .hasMessage("master key file " + path + ": holds no key");
    }

    @Test
    void rotation_untilItEnds_opensWhatTheOldKeyWrappedAndThenNoMore() throws Exception {
        // Given
        var old = file.create().encrypt(KEY, WHOSE);
        // When
        var renewed = file.renew();
        // Then
        assertThat(renewed.decrypt(old, WHOSE)).isEqualTo(KEY);
        var anew = renewed.encrypt(KEY, WHOSE);
        // and in the end
        file.forgetOld();
        var after = file.load().orElseThrow();
        assertThat(after.decrypt(anew, WHOSE)).isEqualTo(KEY);
        assertThatThrownBy(() -> after.decrypt(old, WHOSE)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void vault_withAnotherKeyOrWithNone_doesNotOpen() {
        // Given
        var proof = Vault.proof(file.create());
        assertThat(Vault.open(file, 1, proof).version()).isEqualTo(1);
        // When
        var lost = new MasterKeyFile(folder.resolve("lost.json"));
        var wrong = new MasterKeyFile(folder.resolve("wrong.json"));
        wrong.create();
        // Then
        assertThatThrownBy(() -> Vault.open(lost, 1, proof))
                .isInstanceOf(UnusableMasterKey.class)
                .hasMessageContaining("lost.json: is missing, and there are keys that it wrapped; put it back");
        assertThat(folder.resolve("lost.json")).doesNotExist();
        assertThatThrownBy(() -> Vault.open(wrong, 1, proof))
                .isInstanceOf(UnusableMasterKey.class)
                .hasMessageContaining("wrong.json: is another key than the one that wrapped the members' keys");
    }
}
