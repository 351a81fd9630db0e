package dev.accounts.jpa.internal.transaction;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.jdbc.ReturningWork;

/**
 * Reads from a replica, with as many attempts as a read of the primary has. Work under way reads from the primary: the replica does
 * not know its changes yet.
 *
 * <p>The primary never stands in for a replica that fails: it would get the load that it was to be spared.
 */
public record ReplicaReads(StoreCalls primary, DataSource replica) implements SqlReads {

    @Override
    public <R> R query(ReturningWork<R> work) {
        return primary.isAlone() ? StoreCalls.repeat(StoreCalls.ATTEMPTS, attempt -> read(work)) : primary.query(work);
    }

    private <R> R read(ReturningWork<R> work) {
        try (Connection connection = replica.getConnection();
                ReadOnly readOnly = ReadOnly.begin(connection)) {
            return work.execute(readOnly.connection());
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** A connection that is read-only until it is given back. */
    private record ReadOnly(Connection connection, boolean before) implements AutoCloseable {

        static ReadOnly begin(Connection connection) throws SQLException {
            boolean before = connection.isReadOnly();
            connection.setReadOnly(true);
            return new ReadOnly(connection, before);
        }

        @Override
        public void close() throws SQLException {
            if (!connection.getAutoCommit()) {
                // A connection cannot change this in the transaction that the read began.
                connection.rollback();
            }
            connection.setReadOnly(before);
        }
    }
}
