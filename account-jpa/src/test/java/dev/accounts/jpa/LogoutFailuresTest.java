package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.ProbedAccounts;
import dev.accounts.jpa.database.ProbedDataSource;
import dev.accounts.jpa.database.ProbedDataSource.Moment;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.NotAuthenticatedException;
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
import org.junit.jupiter.params.provider.ValueSource;

/** A logout is one statement that commits by itself, so the lost answer to it is a commit that nobody knows of. */
@OnEachDatabase
class LogoutFailuresTest {

    @Parameter
    TestDatabase database;

    private ProbedDataSource probe;
    private AccountService accounts;
    private String token;

    @BeforeEach
    void logIn() {
        ProbedAccounts probed = ProbedAccounts.on(database);
        probe = probed.probe();
        accounts = probed.service();
        accounts.register(Registration.of("ana", "k12345678"));
        token = accounts.login("ana", "k12345678").value();
        probe.reset();
    }

    @AfterEach
    void every_connection_is_back_in_the_pool() {
        assertThat(database.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "25S03", "40001"})
    void is_repeated_if_it_never_arrived(String sqlState) {
        probe.failWrites(Moment.STATEMENT, 2, sqlState, 0);

        accounts.logout(token);

        assertEnded();
        assertThat(probe.executed()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "25S03", "90067", "90028", "HY000", ""})
    void is_unknown_if_only_its_answer_was_lost(String sqlState) {
        probe.failWrites(Moment.AFTER_STATEMENT, 1, sqlState, 0);

        assertRefused(Outcome.UNKNOWN);

        assertEnded();
    }

    @Test
    void is_unknown_if_no_repetition_is_answered() {
        probe.failWrites(Moment.STATEMENT, 3, "08006", 0);

        assertRefused(Outcome.UNKNOWN);

        assertThat(accounts.me(token).username()).isEqualTo("ana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42501", "53100", "57014", "70100"})
    void changes_nothing_if_the_database_refuses_it(String sqlState) {
        probe.failWrites(Moment.STATEMENT, 1, sqlState, 0);

        assertRefused(Outcome.UNCHANGED);

        assertThat(accounts.me(token).username()).isEqualTo("ana");
    }

    @Test
    void is_unknown_if_it_was_lost_with_the_last_connection() {
        AtomicInteger waits = new AtomicInteger();
        probe.failWith((moment, sql) -> {
            if (moment == Moment.STATEMENT) {
                throw new SQLException("probe", "08006");
            }
            if (moment == Moment.CONNECTION && waits.getAndIncrement() > 0) {
                throw new SQLTransientConnectionException("timed out", "57P03", new SQLException("down", "57P03"));
            }
        });

        assertRefused(Outcome.UNKNOWN);

        assertThat(waits).hasValue(2);
    }

    @Test
    void has_a_transaction_where_connections_do_not_commit_by_themselves() {
        probe.withoutAutoCommit();

        accounts.logout(token);

        assertThat(probe.commits()).isEqualTo(1);
        assertEnded();
    }

    private void assertRefused(Outcome outcome) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> accounts.logout(token))
                .satisfies(refusal -> assertThat(refusal.outcome()).isEqualTo(outcome));
    }

    private void assertEnded() {
        assertThatExceptionOfType(NotAuthenticatedException.class).isThrownBy(() -> accounts.me(token));
    }
}
