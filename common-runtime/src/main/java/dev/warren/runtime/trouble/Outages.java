package dev.warren.runtime.trouble;

import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.netty.channel.unix.Errors.NativeIoException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Tells an outage, which is waited for, from a record that cannot be processed, which is put aside. */
public final class Outages {
    /** SQLSTATE classes: connection, resources, operator's intervention, system. Source: PostgreSQL's manual, appendix A. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /** Of those classes, what a statement brings on itself: it was cancelled, for it took too long. */
    private static final String QUERY_CANCELED = "57014";

    /** A standby that was not promoted yet. */
    private static final String READ_ONLY = "25006";

    /** Serialization failure, deadlock, and a row that somebody else wrote first. */
    private static final Set<String> RACES = Set.of("40001", "40P01", "23505");

    /** How drivers say in words alone that a connection is gone or cannot be had. */
    private static final List<String> WORDS = List.of(
            "Connection is closed",
            "Connection is not active",
            "Connection reset",
            "Connection refused",
            "Connection was closed",
            "Broken pipe",
            "Pool closed",
            "Fail to read any response",
            "Currently not connected",
            "Timeout waiting for connection",
            "Failed to read any response");

    private Outages() {}

    /** Whether the failure, or what caused it, is somebody being away. */
    public static boolean isOutage(Throwable failure) {
        return find(failure, Outages::isOne).isPresent();
    }

    /** Whether trying the same again at once may help: a lost race in the database. */
    public static boolean isRace(Throwable failure) {
        return find(failure, cause -> RACES.contains(sqlState(cause))).isPresent();
    }

    /** Who is away, as readiness calls it. */
    static String who(Throwable failure) {
        var cause = find(failure, Outages::isOne).orElse(failure);
        if (cause instanceof RedisException) {
            return "redis";
        }
        if (cause.getClass().getName().startsWith("org.apache.kafka.")) {
            return "kafka";
        }
        return cause instanceof SQLException || cause instanceof PgException || isVertx(cause) || inDatabase(failure)
                ? "postgresql"
                : "stores";
    }

    /** The words of an outage; of any other failure its class alone, since its words may quote content. */
    static String reason(Throwable failure) {
        return find(failure, Outages::isOne)
                .flatMap(outage -> Optional.ofNullable(outage.getMessage()))
                .flatMap(words -> words.lines().findFirst())
                .orElse(failure.getClass().getName());
    }

    private static Optional<Throwable> find(Throwable failure, Predicate<Throwable> wanted) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (wanted.test(cause)) {
                return Optional.of(cause);
            }
            if (cause instanceof CompositeException several) {
                return several.getCauses().stream()
                        .flatMap(one -> find(one, wanted).stream())
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static boolean isOne(Throwable cause) {
        return switch (cause) {
            case PgException _, SQLException _ -> isAway(sqlState(cause)) || saysConnectionIsGone(cause);
            case SocketException _, SocketTimeoutException _, UnknownHostException _, HttpTimeoutException _ -> true;
            case ClosedChannelException _, NativeIoException _, EOFException _, TimeoutException _ -> true;
            case RetriableException _, AuthorizationException _, RejectedExecutionException _ -> true;
            case RedisConnectionException _, RedisCommandTimeoutException _ -> true;
            case ConnectionPoolTooBusyException _ -> true;
            // how Vert.x says that the pool gave no connection in time
            case NoStackTraceThrowable timeout when "Timeout".equals(timeout.getMessage()) -> true;
            case CompositeException _ -> false;
            default -> saysConnectionIsGone(cause);
        };
    }

    private static boolean isAway(String state) {
        return READ_ONLY.equals(state)
                || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)) && !QUERY_CANCELED.equals(state));
    }

    private static String sqlState(Throwable cause) {
        var state = switch (cause) {
            case PgException postgres -> postgres.getSqlState();
            case SQLException sql -> sql.getSQLState();
            default -> null;
        };
        return state == null ? "" : state;
    }

    private static boolean saysConnectionIsGone(Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        return WORDS.stream().anyMatch(message::contains);
    }

    private static boolean isVertx(Throwable cause) {
        return cause.getClass().getName().startsWith("io.vertx.");
    }

    /** A socket's failure says nothing of whose it was, but who wrapped it, or threw it, does. */
    private static boolean inDatabase(Throwable failure) {
        return find(
                        failure,
                        cause -> cause.getClass().getName().startsWith("org.hibernate.")
                                || (cause.getStackTrace().length > 0
                                        && cause.getStackTrace()[0]
                                                .getClassName()
                                                .startsWith("io.vertx.")))
                .isPresent();
    }
}
