package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accounts.jpa.database.ProbedDataSource.Moment;
import dev.accounts.jpa.database.ProbedTest;
import dev.accounts.model.AccountException;
import dev.accounts.model.Registration;
import dev.accounts.model.StorageException;
import dev.accounts.model.StorageException.Outcome;
import dev.accounts.spi.UserKey;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host sees when the database fails, and what is left behind. */
class DatabaseFailuresTest extends ProbedTest {

    private static final Registration ANA = Registration.of("ana", "k12345678");

    @AfterEach
    void every_connection_is_back_in_the_pool() {
        assertThat(database.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Nested
    class AnUnknownOutcome {

        @ParameterizedTest
        @CsvSource({
            "BEFORE_COMMIT, 08006",
            "BEFORE_COMMIT, 25S03",
            "AFTER_COMMIT, 08006",
            "AFTER_COMMIT, 40003",
            "AFTER_COMMIT, XX000"
        })
        void is_told_and_the_account_can_be_looked_up(Moment moment, String sqlState) {
            probe.failWrites(moment, 1, sqlState, 0);

            StorageException refusal = catchThrowableOfType(StorageException.class, () -> accounts.register(ANA));
            assertThat(refusal.outcome()).isEqualTo(Outcome.UNKNOWN);
            probe.reset();
            assertThat(probed.stores().users().read(UserKey.username("ana")).isPresent())
                    .isEqualTo(moment == Moment.AFTER_COMMIT);
        }

        @Test
        void of_a_login_leaves_one_token_or_none() {
            accounts.register(ANA);
            probe.failWrites(Moment.AFTER_COMMIT, 1, "08006", 0);

            assertThatThrownBy(() -> accounts.login("ana", "k12345678"))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            refusal -> assertThat(refusal.outcome()).isEqualTo(Outcome.UNKNOWN));
        }
    }

    @Nested
    class AHalfDoneChange {

        @Test
        void leaves_no_user_when_the_towns_cannot_be_stored() {
            long town = accounts.towns().create("Perm", "Russia", 56, 58).id();
            probe.failWith((moment, sql) -> {
                if (moment == Moment.STATEMENT && sql.contains("insert into account_user_town")) {
                    throw new SQLException("probe", "XX000");
                }
            });

            assertThatThrownBy(() -> accounts.register(ANA.towns(town))).isInstanceOf(StorageException.class);
            assertThat(probed.stores().users().read(UserKey.username("ana"))).isEmpty();
        }

        @Test
        void leaves_no_login_time_when_the_token_cannot_be_stored() {
            long id = accounts.register(ANA).id();
            probe.failWith((moment, sql) -> {
                if (moment == Moment.STATEMENT && sql.contains("insert into account_token")) {
                    throw new SQLException("probe", "XX000");
                }
            });

            assertThatThrownBy(() -> accounts.login("ana", "k12345678")).isInstanceOf(StorageException.class);

            assertThat(probed.stores().users().find(id).orElseThrow().lastLogin())
                    .isEmpty();
        }
    }

    @Test
    void nothing_but_documented_refusals_comes_out_of_a_database_that_is_down() {
        probe.failWith((moment, sql) -> {
            throw new SQLException("gone", "08006");
        });

        assertThatThrownBy(() -> accounts.register(ANA)).isInstanceOf(AccountException.class);
        assertThatThrownBy(() -> accounts.login("ana", "x")).isInstanceOf(AccountException.class);
        assertThatThrownBy(() -> accounts.me("a".repeat(40))).isInstanceOf(AccountException.class);
        assertThatThrownBy(() -> accounts.logout("a".repeat(40))).isInstanceOf(AccountException.class);
        assertThatThrownBy(() -> accounts.getUser("a".repeat(40), 1)).isInstanceOf(AccountException.class);
        assertThatThrownBy(() -> accounts.towns().list(0, 1)).isInstanceOf(AccountException.class);
    }
}
