package dev.warren.runtime.trouble;

import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Tells an outage, which is waited for, from a record that cannot be processed, which is put aside.
 */
public final class Outages {
    /** SQLSTATE classes: connection, resources, operator's intervention, system. Source: PostgreSQL's manual, appendix A. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private Outages() {}

    /** Whether the failure, or what caused it, is somebody being away. */
    public static boolean isOutage(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOne(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Whether trying the same again at once may help: a lost race in the database. */
    public static boolean isRace(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException postgres
                    && Set.of("40001", "40P01", "23505").contains(postgres.getSqlState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(Throwable cause) {
        return switch (cause) {
            case PgException postgres ->
                postgres.getSqlState() != null
                        && CLASSES.contains(postgres.getSqlState().substring(0, 2));
            case SQLException sql ->
                sql.getSQLState() != null && CLASSES.contains(sql.getSQLState().substring(0, 2));
            case IOException _, TimeoutException _ -> true;
            case RetriableException _ -> true;
            case RedisConnectionException _, RedisCommandTimeoutException _ -> true;
            // how Vert.x says that the pool gave no connection in time, or that the connection is gone
            case NoStackTraceThrowable _ -> true;
            default -> cause instanceof ClosedChannelException || saysConnectionIsGone(cause);
        };
    }

    private static boolean saysConnectionIsGone(Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        return message.contains("Connection is closed")
                || message.contains("Connection is not active")
                || message.contains("Connection reset")
                || message.contains("Connection refused")
                || message.contains("Fail to read any response")
                || message.contains("Currently not connected")
                || message.contains("Timeout waiting for connection");
    }
}
