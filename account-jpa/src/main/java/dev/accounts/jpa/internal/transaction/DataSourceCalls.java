package dev.accounts.jpa.internal.transaction;

import dev.accounts.model.StorageException;
import dev.accounts.model.StorageException.Outcome;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.jdbc.ReturningWork;

/**
 * Works past the unit, on a connection of its data source: a session would cost each request some 5 %, and a transaction a round trip
 * (docs/benchmarks.md). A closed unit refuses, and one whose connections do not commit by themselves ends the transaction of a read.
 */
record DataSourceCalls(DataSource dataSource, EntityManagerFactory unit, SqlReads throughUnit) implements SqlReads {

    @Override
    public <R> R query(ReturningWork<R> work) {
        return onConnection(work).orElseGet(() -> throughUnit.query(work));
    }

    /**
     * Runs one statement that takes effect at most once, however often it is made, and commits by itself. Returns whether it took
     * effect; empty if connections do not commit by themselves.
     */
    Optional<Boolean> change(ReturningWork<Boolean> statement) {
        try {
            return once(statement);
        } catch (StorageException e) {
            // If it takes effect now, it did not before.
            if (e.outcome() == Outcome.UNKNOWN && takesEffect(statement, e)) {
                return Optional.of(true);
            }
            throw e;
        }
    }

    private boolean takesEffect(ReturningWork<Boolean> statement, StorageException doubt) {
        for (int attempt = 1; attempt < StoreCalls.ATTEMPTS; attempt++) {
            new TransactionAttempt.Failure(doubt, true).pause();
            try {
                return once(statement).orElse(false);
            } catch (StorageException e) {
                // A pool without connections was waited for, and would be again.
                if (e.outcome() != Outcome.UNKNOWN) {
                    return false;
                }
            }
        }
        return false;
    }

    private Optional<Boolean> once(ReturningWork<Boolean> statement) {
        return StoreCalls.repeat(
                StoreCalls.ATTEMPTS,
                attempt -> onConnection(connection -> {
                    try {
                        return attempt.finish(statement.execute(connection));
                    } catch (SQLException e) {
                        if (!DatabaseFailure.of(e).isUnchanged()) {
                            attempt.finish(false);
                        }
                        throw e;
                    }
                }));
    }

    private <R> Optional<R> onConnection(ReturningWork<R> work) {
        if (unit.isOpen()) {
            try (Connection connection = dataSource.getConnection()) {
                if (connection.getAutoCommit()) {
                    return Optional.of(work.execute(connection));
                }
            } catch (SQLException e) {
                throw new PersistenceException(e);
            }
        }
        return Optional.empty();
    }
}
