package nl.marge.platform;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The one retry rule: a unit of work that lost against another one is repeated whole, from its command, never a
 * statement alone. What is retried stands here and nowhere else.
 */
public final class Retries {

    /** Attempts at most; the worst conflict seen needed 23 (scale.md section 1), with writers on several nodes. */
    private static final int ATTEMPTS_LIMIT = 30;

    private static final long PAUSE_MILLIS_LIMIT = 200;
    private static final int DEADLOCK = 1213;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DUPLICATE_ENTRY = 1062;
    private static final int NODE_NOT_READY = 1047;
    private static final Set<String> LOST_CONNECTION_STATES = Set.of("25S03");

    private Retries() {}

    /** Runs {@code work} until it succeeds, fails for another reason, or was tried {@value #ATTEMPTS_LIMIT} times. */
    public static <T> T repeat(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS_LIMIT || !isConflict(failure)) {
                    throw failure;
                }
                pause(attempt);
            }
        }
    }

    /** Runs a read until the database can be reached again, or {@value #ATTEMPTS_LIMIT} times. */
    public static <T> T repeatWhileLost(Supplier<T> read) {
        for (int attempt = 1; ; attempt++) {
            try {
                return read.get();
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS_LIMIT || !isConnectionLost(failure)) {
                    throw failure;
                }
                pause(attempt);
            }
        }
    }

    /**
     * Whether the unit of work certainly did not happen and may be repeated: a deadlock or certification conflict
     * anywhere in the cause chain (a bulk hides it behind a BatchUpdateException without state), or a lock wait that
     * timed out.
     */
    public static boolean isConflict(Throwable failure) {
        return anyCause(
                failure,
                sql -> "40001".equals(sql.getSQLState())
                        || sql.getErrorCode() == DEADLOCK
                        || sql.getErrorCode() == LOCK_WAIT_TIMEOUT);
    }

    /** Whether the connection was lost, so that a commit under way may or may not have happened. */
    public static boolean isConnectionLost(Throwable failure) {
        return anyCause(failure, sql -> {
            String state = sql.getSQLState();
            return sql.getErrorCode() == NODE_NOT_READY
                    || state != null && (state.startsWith("08") || LOST_CONNECTION_STATES.contains(state));
        });
    }

    /** Whether the pool had no connection to give in time; its exception carries no state, only these words. */
    public static boolean isPoolExhausted(Throwable failure) {
        return anyCause(
                failure,
                sql -> sql.getSQLState() == null
                        && String.valueOf(sql.getMessage()).contains("cquisition timeout"));
    }

    /** Whether the database could not be reached or was too busy: the same work may succeed a little later. */
    public static boolean isPassing(Throwable failure) {
        return isConnectionLost(failure) || isConflict(failure) || isPoolExhausted(failure);
    }

    /** Whether a row with the same unique key is already there. */
    public static boolean isDuplicate(Throwable failure) {
        return anyCause(failure, sql -> sql.getErrorCode() == DUPLICATE_ENTRY);
    }

    /** Waits a little before attempt {@code attempt + 1}, at random so that two rivals part. */
    public static void pause(int attempt) {
        long limit = Math.min(PAUSE_MILLIS_LIMIT, 5L << Math.min(attempt, 6));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1, limit) * 1_000_000);
    }

    private static boolean anyCause(Throwable failure, Predicate<SQLException> test) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && test.test(sql)) {
                return true;
            }
        }
        return false;
    }
}
