package dev.warren.cli.supervise;

import dev.warren.cli.stack.Component;
import dev.warren.cli.stack.StackDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The secret with which the services of one stack sign tokens that act for a member. It is made once for a stack and stays in its folder, so
 * that a service that is started again, or by somebody else, has the same.
 */
final class MemberTokenSecret {
    static final String VARIABLE = "WARREN_MEMBER_TOKENS_SECRET";

    /** Who issues such tokens, and who takes them. */
    private static final Set<String> KNOWING = Set.of("ai-service", "memory-service");

    private static final int BYTES = 32;

    private MemberTokenSecret() {}

    /** The environment of a service with the secret, where it needs one and has none of its own. */
    static Map<String, String> addedTo(Map<String, String> environment, Component service, StackDirectory stack) {
        if (!KNOWING.contains(service.name()) || environment.containsKey(VARIABLE)) {
            return environment;
        }
        var added = new LinkedHashMap<>(environment);
        added.put(VARIABLE, of(stack));
        return added;
    }

    private static String of(StackDirectory stack) {
        var file = stack.path().resolve("member-token-secret");
        try {
            Files.createDirectories(stack.path());
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the secret of members' tokens in " + file, e);
        }
    }

    /** Whole or not at all, and for its owner alone: whoever comes second takes what is there. */
    private static void make(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var draft = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        try (var channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(StandardCharsets.US_ASCII.encode(secret));
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            return;
        } finally {
            Files.delete(draft);
        }
    }
}
