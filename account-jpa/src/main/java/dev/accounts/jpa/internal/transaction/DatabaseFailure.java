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
 * Describes how a database failed. The details come from the innermost SQL exception of a chain of causes, because
 * persistence providers wrap it in different ways.
 *
 * @param sqlState the five characters of the SQL standard, or an empty text
 * @param vendorCode the database's own error code, or 0
 * @param connectionRefused whether no connection could be obtained at all
 */
public record DatabaseFailure(String sqlState, int vendorCode, boolean connectionRefused) {

    private static final String COMPLETION_UNKNOWN = "40003";
    private static final String INTEGRITY_VIOLATION = "23";

    /** PostgreSQL gave up waiting for a lock. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String ROLLBACK = "40";
    private static final String CONNECTION = "08";

    /** PostgreSQL is shutting down or was shut down. */
    private static final Set<String> SERVER_ENDED = Set.of("57P01", "57P02", "57P03");

    /** MariaDB's driver has replaced a broken connection, perhaps by one to another server. The transaction is lost. */
    private static final String CONNECTION_REPLACED = "25S03";

    /**
     * MariaDB found a row that was changed after the snapshot of the transaction; by default only 11.6 and later report
     * it.
     */
    private static final int SNAPSHOT_CONFLICT = 1020;

    /** Lock wait timeout, snapshot conflict and deadlock of MariaDB; lock timeout and concurrent update of H2. */
    private static final Set<Integer> ROLLED_BACK_CODES = Set.of(1205, SNAPSHOT_CONFLICT, 1213, 50200, 90131);

    /** Data that does not fit, a statement that is not allowed, and resources or limits of the server. */
    private static final Set<String> REFUSED_CLASSES = Set.of("22", "42", "53", "54");

    /** Timeouts of PostgreSQL and MariaDB. */
    private static final Set<String> REFUSED_STATEMENTS = Set.of("57014", "70100");

    private static final String PRIVILEGE = "42501";

    /** The right to a catalog, a table or a column is missing on MariaDB and MySQL; any right on H2. */
    private static final Set<Integer> DENIED_CODES = Set.of(1044, 1142, 1143, 90096);

    public static DatabaseFailure of(Throwable thrown) {
        // A pool that gives up wraps the driver's exception in its own.
        boolean refused = Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(SQLTransientConnectionException.class::isInstance);
        return root(thrown)
                .map(said -> new DatabaseFailure(
                        Objects.requireNonNullElse(said.getSQLState(), ""), said.getErrorCode(), refused))
                .orElseGet(() -> new DatabaseFailure("", 0, false));
    }

    /**
     * Returns the exception for a row that blocked an insertion and has disappeared since. Another attempt will find
     * the name free.
     */
    public static PersistenceException rowInTheWayIsGone() {
        return new PersistenceException(
                new SQLTransactionRollbackException("the conflicting row has been deleted meanwhile", "40001"));
    }

    /** Returns the database's own message, for operators. */
    public static String message(Throwable thrown) {
        return String.valueOf(root(thrown).map(Throwable::getMessage).orElseGet(thrown::getMessage));
    }

    /** Returns the innermost exception of the driver. */
    private static Optional<SQLException> root(Throwable thrown) {
        Optional<SQLException> root = Optional.empty();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said) {
                root = Optional.of(said);
            }
        }
        return root;
    }

    /**
     * Returns whether the database certainly rolled the transaction back, even if it reported that only at the commit.
     */
    public boolean isRolledBack() {
        return (sqlState.startsWith(ROLLBACK) && !sqlState.equals(COMPLETION_UNKNOWN))
                || sqlState.startsWith(INTEGRITY_VIOLATION)
                || sqlState.equals(LOCK_NOT_AVAILABLE)
                || ROLLED_BACK_CODES.contains(vendorCode);
    }

    /** Returns whether the database certainly did nothing: it undid the work, or refused the statement. */
    boolean isUnchanged() {
        return isRolledBack()
                || isDenied()
                || REFUSED_STATEMENTS.contains(sqlState)
                || REFUSED_CLASSES.stream().anyMatch(sqlState::startsWith);
    }

    /** Returns whether the user of the database lacks a right. */
    public boolean isDenied() {
        return sqlState.equals(PRIVILEGE) || DENIED_CODES.contains(vendorCode);
    }

    boolean isSnapshotConflict() {
        return vendorCode == SNAPSHOT_CONFLICT;
    }

    /**
     * Returns whether a new attempt may succeed. After a violated key it may, because the new attempt sees the row that
     * came first. If a pool had no connection to give, it may not: a second wait would not help.
     */
    boolean isWorthRepeating() {
        return isRolledBack() || (isConnectionLost() && !connectionRefused);
    }

    private boolean isConnectionLost() {
        return sqlState.startsWith(CONNECTION)
                || sqlState.equals(CONNECTION_REPLACED)
                || SERVER_ENDED.contains(sqlState);
    }
}
