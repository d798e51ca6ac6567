package dev.warren.memory.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The master key in a file that its owner alone may read. It is written beside and moved, so that there is no half of it at any time. */
final class MasterKeyFile implements MasterKey {
    private static final Set<PosixFilePermission> OWNER_ALONE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final FileAttribute<?> PRIVATE = PosixFilePermissions.asFileAttribute(OWNER_ALONE);
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Path file;

    MasterKeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public String name() {
        return "master key file " + file;
    }

    @Override
    public Optional<Aead> load() {
        return read().map(MasterKeyFile::aead);
    }

    @Override
    public Aead create() {
        try {
            Files.createDirectories(file.getParent());
            var draft = write(Sealing.generate());
            try {
                // a link is made only where there is nothing, and is there at once
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException theirs) {
                // another instance was quicker
            } finally {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw new UnusableMasterKey(
                    name() + ": cannot be made: " + e.getClass().getSimpleName());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key cannot be made", e);
        }
        return load().orElseThrow(() -> new UnusableMasterKey(name() + ": is gone again"));
    }

    @Override
    public Aead renew() {
        try {
            var renewed = KeysetHandle.newBuilder(existing())
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            replace(renewed);
            return aead(renewed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key cannot be made", e);
        }
    }

    @Override
    public void forgetOld() {
        try {
            var primary = existing().getPrimary();
            replace(KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(primary.getKey())
                            .withFixedId(primary.getId())
                            .makePrimary())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("old keys cannot be left out", e);
        }
    }

    private KeysetHandle existing() {
        return read().orElseThrow(() -> new UnusableMasterKey(name() + ": is gone"));
    }

    private Optional<KeysetHandle> read() {
        try {
            var text = Files.readString(file, UTF_8);
            var open = EnumSet.copyOf(OTHERS);
            open.retainAll(Files.getPosixFilePermissions(file));
            if (!open.isEmpty()) {
                throw new UnusableMasterKey(name() + ": must be readable by its owner alone (chmod 600)");
            }
            return Optional.of(TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnusableMasterKey(
                    name() + ": cannot be read: " + e.getClass().getSimpleName());
        } catch (GeneralSecurityException e) {
            throw new UnusableMasterKey(name() + ": holds no key");
        }
    }

    private void replace(KeysetHandle keys) {
        try {
            Files.move(write(keys), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name() + " cannot be written", e);
        }
    }

    /** The key on the disk, beside the file. */
    private Path write(KeysetHandle keys) throws IOException {
        try {
            var text = TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
            var draft =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new", PRIVATE);
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(java.nio.ByteBuffer.wrap(text.getBytes(UTF_8)));
                channel.force(true);
            }
            return draft;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key cannot be written", e);
        }
    }

    private static Aead aead(KeysetHandle keys) {
        try {
            return Sealing.aead(keys);
        } catch (GeneralSecurityException e) {
            throw new UnusableMasterKey("the master key is of a kind that this service does not know");
        }
    }
}
