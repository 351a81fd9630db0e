package dev.accounts.jpa.internal.transaction;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.jdbc.ReturningWork;

/**
 * Reads past the unit, on a connection of its data source: a session would cost each request some 5 % (docs/benchmarks.md).
 * A closed unit refuses, and one whose connections do not commit by themselves ends the transaction of the read.
 */
record DataSourceReads(DataSource dataSource, EntityManagerFactory unit, SqlReads throughUnit) implements SqlReads {

    @Override
    public <R> R query(ReturningWork<R> work) {
        if (unit.isOpen()) {
            try (Connection connection = dataSource.getConnection()) {
                if (connection.getAutoCommit()) {
                    return work.execute(connection);
                }
            } catch (SQLException e) {
                throw new PersistenceException(e);
            }
        }
        return throughUnit.query(work);
    }
}
