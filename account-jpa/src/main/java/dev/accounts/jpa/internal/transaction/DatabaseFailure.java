package dev.accounts.jpa.internal.transaction;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a database said when it failed, found anywhere in a chain of causes: persistence providers wrap it, and not always the
 * same way.
 *
 * @param sqlState the five characters of the SQL standard, empty if there are none
 * @param vendorCode the code of the database, 0 if there is none
 * @param connectionRefused whether no connection could be had at all
 */
public record DatabaseFailure(String sqlState, int vendorCode, boolean connectionRefused) {

    private static final String COMPLETION_UNKNOWN = "40003";
    private static final String INTEGRITY_VIOLATION = "23";

    /** PostgreSQL waited for a lock too long. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String ROLLBACK = "40";
    private static final String CONNECTION = "08";

    /** PostgreSQL is shutting down or was shut down. */
    private static final Set<String> SERVER_ENDED = Set.of("57P01", "57P02", "57P03");

    /** MariaDB met a row that was changed after the snapshot of the transaction; 11.6 and later do so by default. */
    private static final int SNAPSHOT_CONFLICT = 1020;

    /** Lock wait timeout, snapshot conflict and deadlock of MariaDB; lock timeout and concurrent update of H2. */
    private static final Set<Integer> ROLLED_BACK_CODES = Set.of(1205, SNAPSHOT_CONFLICT, 1213, 50200, 90131);

    public static DatabaseFailure of(Throwable thrown) {
        // A pool that gives up puts what the driver said beneath what it says itself.
        boolean refused = Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(SQLTransientConnectionException.class::isInstance);
        return root(thrown)
                .map(said -> new DatabaseFailure(
                        Objects.requireNonNullElse(said.getSQLState(), ""), said.getErrorCode(), refused))
                .orElseGet(() -> new DatabaseFailure("", 0, false));
    }

    /** A row that an insertion met is not there any more: another attempt will find the name free. */
    public static PersistenceException rowInTheWayIsGone() {
        return new PersistenceException(
                new SQLTransactionRollbackException("the row that was in the way is gone", "40001"));
    }

    /** What the database says in words, for those who run it. */
    public static String message(Throwable thrown) {
        return String.valueOf(root(thrown).map(Throwable::getMessage).orElseGet(thrown::getMessage));
    }

    /** The innermost exception of the driver. */
    private static Optional<SQLException> root(Throwable thrown) {
        Optional<SQLException> root = Optional.empty();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said) {
                root = Optional.of(said);
            }
        }
        return root;
    }

    /** Whether the database certainly undid the transaction, even if this was said at its commit. */
    public boolean isRolledBack() {
        return (sqlState.startsWith(ROLLBACK) && !sqlState.equals(COMPLETION_UNKNOWN))
                || sqlState.startsWith(INTEGRITY_VIOLATION)
                || sqlState.equals(LOCK_NOT_AVAILABLE)
                || ROLLED_BACK_CODES.contains(vendorCode);
    }

    boolean isSnapshotConflict() {
        return vendorCode == SNAPSHOT_CONFLICT;
    }

    /**
     * Whether a new attempt may succeed. A violated key is worth one: the attempt then sees who was first. Waiting once more
     * for a pool that has no connection is not.
     */
    boolean isWorthRepeating() {
        return isRolledBack()
                || SERVER_ENDED.contains(sqlState)
                || (sqlState.startsWith(CONNECTION) && !connectionRefused);
    }
}
