package dev.accounts.jpa.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.host.SpringHost;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database with the shipped tables, a pool and stores over it. The classes of tests share it; each begins with it empty. */
public final class TestDatabase {

    /** In an order in which they can be emptied; not {@code account_guard}, whose rows are part of the schema. */
    public static final List<String> TABLES = List.of(
            "account_user_town",
            "account_user_group",
            "account_user_permission",
            "account_group_permission",
            "account_import",
            "account_import_token",
            "account_token",
            "account_one_time_token",
            "account_known_source",
            "account_totp",
            "account_recovery_code",
            "account_passkey",
            "account_outbox",
            "account_attempt",
            "account_audit",
            "account_user",
            "account_town",
            "account_group",
            "account_permission");

    private final String name;
    private final TestServer server;
    private final HikariDataSource pool;
    private final JpaAccountStores stores;
    private final ProbedDataSource probe = new ProbedDataSource();
    private @Nullable JpaAccountStores probedStores;
    private @Nullable SpringHost spring;
    private @Nullable SpringHost probedSpring;

    private TestDatabase(String name, TestServer server, HikariDataSource pool) {
        this.name = name;
        this.server = server;
        this.pool = pool;
        this.stores = JpaAccountStores.over(pool);
    }

    static TestDatabase on(String name, TestServer server) {
        try {
            HikariDataSource pool = pool(server, 16);
            AccountSchema.of(pool).createIfMissing();
            return new TestDatabase(name, server, pool);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HikariDataSource pool(TestServer server, int size) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.newDatabase());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(Duration.ofMinutes(2).toMillis());
        return new HikariDataSource(config);
    }

    /** A database without tables on the same server. */
    public HikariDataSource anotherDatabase() {
        try {
            return pool(server, 4);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public HikariDataSource pool() {
        return pool;
    }

    public JpaAccountStores stores() {
        return stores;
    }

    /** What sees all that {@link #probedStores()} and {@link #probedSpring()} do; a test that uses them resets it first. */
    public ProbedDataSource probe() {
        return probe;
    }

    /** Over the same data, by way of the probe. */
    public synchronized JpaAccountStores probedStores() {
        if (probedStores == null) {
            probedStores = JpaAccountStores.over(probe.over(pool));
        }
        return probedStores;
    }

    /** A Spring application over the same data. */
    public synchronized SpringHost spring() {
        if (spring == null) {
            spring = SpringHost.over(pool);
        }
        return spring;
    }

    /** A Spring application over the same data, by way of the probe. */
    public synchronized SpringHost probedSpring() {
        if (probedSpring == null) {
            probedSpring = SpringHost.over(probe.over(pool));
        }
        return probedSpring;
    }

    public void empty() {
        TABLES.forEach(table -> execute("delete from " + table));
    }

    /** So that the next town is number 1 again. */
    public void restartTownIds() {
        execute(
                product().equals("MariaDB")
                        ? "alter table account_town auto_increment = 1"
                        : "alter table account_town alter column id restart with 1");
    }

    /** H2, PostgreSQL or MariaDB, whatever its version and settings. */
    public String product() {
        return name.replaceAll(" .*", "");
    }

    public void deactivate(long userId) {
        execute("update account_user set is_active = false where id = " + userId);
    }

    /** Every column of every row of every table. */
    public List<String> dump() {
        List<String> dump = new ArrayList<>();
        for (String table : TABLES) {
            cells("select * from " + table).forEach(cell -> dump.add(table + ": " + cell));
        }
        return dump;
    }

    /** Every column of every row of a query. */
    public List<String> cells(String sql) {
        List<String> cells = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(rows.getString(i)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return cells;
    }

    public void execute(String sql) {
        execute(pool, sql);
    }

    public static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
