package dev.accounts.jpa.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.Registration;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.internal.Race;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Between a host and its PostgreSQL is a pooler that gives each transaction another connection to the server. */
@OnEachDatabase
class PooledTransactionsTest {

    /** Without the driver's setting a statement would be prepared on one connection and executed on another. */
    private static final String SETTINGS = "&prepareThreshold=0";

    @Parameter
    TestDatabase database;

    private HikariDataSource direct;
    private TransactionPooler pooler;
    private HikariDataSource pool;

    @BeforeEach
    void open() throws IOException, SQLException {
        assumeThat(database.product()).isEqualTo("PostgreSQL");
        direct = database.anotherDatabase();
        pooler = TransactionPooler.before(direct.getJdbcUrl(), 3);
        pool = new HikariDataSource();
        pool.setJdbcUrl(pooler.url() + SETTINGS);
        pool.setMaximumPoolSize(8);
    }

    @AfterEach
    void close() {
        if (pooler != null) {
            pool.close();
            pooler.close();
            direct.close();
        }
    }

    @Test
    void each_transaction_has_another_connection_to_the_server() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            int first = backend(connection);
            assertThat(backend(connection)).isNotEqualTo(first);
            connection.createStatement().execute("prepare one as select 1");
            assertThatThrownBy(() -> connection.createStatement().execute("execute one"))
                    .hasMessageContaining("\"one\" does not exist");
            connection.setAutoCommit(false);
            int third = backend(connection);
            assertThat(backend(connection)).isEqualTo(third);
            connection.rollback();
        }
    }

    @Test
    void accounts_live_in_transactions_of_the_host() throws SQLException {
        try (Host host = Host.over(pool, Map.of())) {
            WholeLife.in(host);
        }
    }

    @Test
    void accounts_live_in_transactions_of_the_library() throws SQLException {
        AccountSchema.of(pool).createIfMissing();
        try (JpaAccountStores stores = JpaAccountStores.over(pool)) {
            WholeLife.in(stores);
        }
    }

    @Test
    void more_threads_than_connections_register_and_log_in() throws SQLException {
        AccountSchema.of(pool).createIfMissing();
        try (JpaAccountStores stores = JpaAccountStores.over(pool)) {
            AccountService accounts = Accounts.builder(stores)
                    .passwordHasher(new FastPasswordHasher())
                    .build()
                    .service();

            List<String> names = Race.of(8, runner -> {
                String name = "user" + runner;
                for (int i = 0; i < 10; i++) {
                    accounts.register(Registration.of(name + "-" + i, "k12345678"));
                }
                accounts.register(Registration.of(name, "k12345678"));
                return accounts.me(accounts.login(name, "k12345678").value()).username();
            });

            assertThat(names).doesNotHaveDuplicates().hasSize(8);
        }
    }

    private static int backend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
