package dev.warren.gateway.connection;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.javacord.api.util.ratelimit.Ratelimiter;
import org.javacord.core.DiscordApiImpl;
import org.javacord.core.util.gateway.DiscordWebSocketAdapter;

/** Opens sockets. */
final class JavacordDialer {
    /** Guards the gateway's address, which Javacord keeps in a static field and reads while it connects. */
    private static final Lock ADDRESS = new ReentrantLock();

    /** Identifies are limited before an attempt begins, not by blocking a thread. */
    private static final Ratelimiter NO_LIMIT = () -> {};

    private JavacordDialer() {}

    /**
     * Connects, and blocks until the socket is open. Interrupting the thread, which has to be a virtual one, ends the wait.
     *
     * @throws DialFailedException when nobody answers or the answer is no web socket; Javacord logs why
     */
    static void dial(ConnectionSettings settings, URI address, SocketEvents events)
            throws InterruptedException, DialFailedException {
        DiscordApiImpl api = new DiscordApiImpl(
                settings.token(),
                settings.shard().id(),
                settings.shard().count(),
                Set.of(),
                false,
                false,
                false,
                NO_LIMIT,
                NO_LIMIT,
                settings.network().proxies().orElse(null),
                null,
                null,
                settings.network().trustAllCertificates(),
                null,
                null,
                Map.of(),
                List.of(),
                false,
                false);
        // Javacord asks how long to wait only when connecting has failed, and would then try again by itself.
        api.setReconnectDelay(_ -> {
            throw new DialFailed();
        });
        ADDRESS.lockInterruptibly();
        try {
            DiscordWebSocketAdapter.setGateway(address.toString());
            new JavacordSocket(api, events);
        } catch (DialFailed e) {
            JavacordSocket.release(api);
            throw new DialFailedException();
        } finally {
            ADDRESS.unlock();
        }
    }

    /** Leaves Javacord's constructor. */
    private static final class DialFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DialFailed() {
            super(null, null, false, false);
        }
    }

    /** No socket could be opened. */
    static final class DialFailedException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
