package dev.accounts.jpa.internal.django;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs the statements of an import on one connection, and restores its settings when it is closed. */
public final class ImportSql implements AutoCloseable {

    private static final int FETCH_SIZE = 500;
    private static final int MAX_VALUES = 500;

    /** The state with which databases refuse a transaction because of another. */
    private static final String CONFLICT = "40001";

    private final Connection connection;
    private final boolean autoCommit;
    private final int isolation;
    private final String product;

    private ImportSql(Connection connection) throws SQLException {
        this.connection = connection;
        this.autoCommit = connection.getAutoCommit();
        this.isolation = connection.getTransactionIsolation();
        this.product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    }

    /** Opens a connection, outside a transaction. */
    public static ImportSql open(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            ImportSql sql = new ImportSql(connection);
            connection.setAutoCommit(true);
            return sql;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Converts a row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Processes a row. */
    @FunctionalInterface
    public interface RowAction {
        void with(ResultSet row) throws SQLException;
    }

    public Connection connection() {
        return connection;
    }

    /** Returns the name of the database product, in lower case. */
    public String product() {
        return product;
    }

    public void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    /** Begins a transaction that sees one state of the database, if the database supports that. */
    public void beginSnapshot() throws SQLException {
        if (connection.getMetaData().supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        }
        connection.setAutoCommit(false);
    }

    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        List<T> rows = new ArrayList<>();
        forEach(sql, found -> rows.add(row.of(found)), values);
        return rows;
    }

    public void forEach(String sql, RowAction action, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH_SIZE);
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    action.with(rows);
                }
            }
        }
    }

    /** Reads the rows that have one of the given values; there may be any number of these. */
    public void forEachIn(String sqlBeforeValues, Collection<?> values, RowAction action) throws SQLException {
        List<?> all = List.copyOf(values);
        for (int from = 0; from < all.size(); from += MAX_VALUES) {
            List<?> some = all.subList(from, Math.min(all.size(), from + MAX_VALUES));
            String marks = "?, ".repeat(some.size() - 1) + "?";
            forEach(sqlBeforeValues + " (" + marks + ")", action, some.toArray());
        }
    }

    /**
     * Inserts rows. The statement must not be an {@code insert … select}, because the driver of MariaDB makes no batch
     * of it.
     */
    public void batch(String sql, List<@Nullable Object[]> rows) throws SQLException {
        counts(sql, rows);
    }

    /** Changes rows, and fails as after a conflict of transactions if one of them is missing. */
    public void batchOfExisting(String sql, List<@Nullable Object[]> rows) throws SQLException {
        for (int count : counts(sql, rows)) {
            if (count == 0) {
                throw new SQLException("a row changed meanwhile", CONFLICT);
            }
        }
    }

    private int[] counts(String sql, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Instant time) {
                bind(statement, i + 1, time);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    /**
     * Binds a time. A column without a time zone holds UTC; of the supported databases, only MariaDB and MySQL have
     * such columns.
     */
    private void bind(PreparedStatement statement, int index, Instant time) throws SQLException {
        if (product.matches("mariadb|mysql")) {
            statement.setObject(index, LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        } else {
            statement.setObject(index, time.atOffset(ZoneOffset.UTC));
        }
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    public void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            connection.setAutoCommit(autoCommit);
            if (connection.getTransactionIsolation() != isolation) {
                connection.setTransactionIsolation(isolation);
            }
        }
    }
}
