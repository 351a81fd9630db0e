package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.ProbedAccounts;
import dev.accounts.jpa.database.ProbedDataSource;
import dev.accounts.jpa.database.ProbedDataSource.Moment;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.Registration;
import dev.accounts.model.StorageException;
import dev.accounts.model.StorageException.Outcome;
import dev.accounts.service.AccountService;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made again when the database fails. */
@OnEachDatabase
class DatabaseRepeatsTest {

    private static final Registration ANA = Registration.of("ana", "k12345678");

    @Parameter
    TestDatabase database;

    private ProbedDataSource probe;
    private AccountService accounts;

    @BeforeEach
    void open() {
        ProbedAccounts probed = ProbedAccounts.on(database);
        probe = probed.probe();
        accounts = probed.service();
    }

    @AfterEach
    void every_connection_is_back_in_the_pool() {
        assertThat(database.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "STATEMENT, 40001, 0",
        "STATEMENT, 40P01, 0",
        "STATEMENT, HY000, 1205",
        "STATEMENT, HY000, 1020",
        "STATEMENT, HYT00, 50200",
        "STATEMENT, 55P03, 0",
        "STATEMENT, 08006, 0",
        "STATEMENT, 57P01, 0",
        "STATEMENT, 25S03, 0",
        "BEFORE_COMMIT, 40001, 1213",
        "BEFORE_COMMIT, 40P01, 0"
    })
    void a_transaction_that_the_database_certainly_undid(Moment moment, String sqlState, int code) {
        probe.failWrites(moment, 2, sqlState, code);

        accounts.register(ANA);

        assertThat(accounts.login("ana", "k12345678")).isNotNull();
    }

    @Test
    void no_more_than_twice() {
        probe.failWrites(Moment.STATEMENT, 3, "40001", 0);

        assertThatThrownBy(() -> accounts.register(ANA))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        refusal -> assertThat(refusal.outcome()).isEqualTo(Outcome.UNCHANGED));

        probe.reset();
        assertThat(accounts.register(ANA)).isNotNull();
    }

    @Test
    void no_error_that_will_come_again() {
        probe.failWrites(Moment.STATEMENT, 1, "42000", 0);

        assertThatThrownBy(() -> accounts.register(ANA)).isInstanceOf(StorageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "57P03"})
    void no_wait_for_a_connection_that_the_pool_does_not_have(String sqlState) {
        JpaAccountStores poor = JpaAccountStores.over(probe.over(database.pool()));
        AtomicInteger waits = new AtomicInteger();
        probe.failWith((moment, sql) -> {
            waits.incrementAndGet();
            throw new SQLTransientConnectionException("timed out", sqlState, new SQLException("refused", sqlState));
        });

        assertThatThrownBy(() -> poor.towns().find(1)).isInstanceOf(StorageException.class);

        assertThat(waits).hasValue(1);
        poor.close();
    }
}
