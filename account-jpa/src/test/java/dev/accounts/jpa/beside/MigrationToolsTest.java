package dev.accounts.jpa.beside;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Flyway and Liquibase run the shipped scripts, as docs/transactions.md says, in a database that has tables of the host. */
@OnEachDatabase
class MigrationToolsTest {

    /** An {@code include} of the script would not split it into statements, which MariaDB and MySQL need. */
    private static final String CHANGE_LOG = """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                <changeSet id="accounts-1" author="dev.accounts">
                    <sqlFile path="dev/accounts/jpa/schema/%1$s/V1__accounts.sql"/>
                </changeSet>
                <changeSet id="accounts-2" author="dev.accounts">
                    <sqlFile path="dev/accounts/jpa/schema/%1$s/V2__second_factors.sql"/>
                </changeSet>
            </databaseChangeLog>
            """;

    @Parameter
    TestDatabase database;

    private HikariDataSource pool;

    @BeforeEach
    void open() {
        pool = database.anotherDatabase();
        TestDatabase.execute(pool, "create table host_note (note varchar(20))");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void flyway_runs_each_script_once() throws SQLException {
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(pool)
                .locations("classpath:dev/accounts/jpa/schema/" + folder())
                .table("account_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0");

        MigrateResult first = flyway.load().migrate();
        MigrateResult second = flyway.load().migrate();

        assertThat(first.migrationsExecuted).isEqualTo(2);
        assertThat(second.migrationsExecuted).isZero();
        assertLives();
    }

    @Test
    void liquibase_runs_each_script_once(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("changelog.xml"), CHANGE_LOG.formatted(folder()));

        update(folder);
        update(folder);

        assertLives();
    }

    private void update(Path folder) throws Exception {
        ResourceAccessor files =
                new CompositeResourceAccessor(new DirectoryResourceAccessor(folder), new ClassLoaderResourceAccessor());
        try (Connection connection = pool.getConnection();
                Liquibase liquibase = new Liquibase("changelog.xml", files, new JdbcConnection(connection))) {
            liquibase.update();
        }
    }

    private void assertLives() throws SQLException {
        assertThat(AccountSchema.of(pool).createIfMissing()).isFalse();
        try (JpaAccountStores stores = JpaAccountStores.over(pool)) {
            WholeLife.in(stores);
        }
    }

    private String folder() {
        return database.product().toLowerCase(Locale.ROOT);
    }
}
