package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.ProbedAccounts;
import dev.accounts.jpa.database.ProbedDataSource.Moment;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.StorageException;
import dev.accounts.model.StorageException.Outcome;
import dev.accounts.spi.Attempts;
import dev.accounts.spi.NewTown;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of work of several calls when the database, or the work itself, fails. */
@OnEachDatabase
class UnitOfWorkFailuresTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final String KEY = "a".repeat(64);

    @Parameter
    TestDatabase database;

    private ProbedAccounts probed;
    private JpaAccountStores stores;
    private final AtomicInteger runs = new AtomicInteger();

    @BeforeEach
    void open() {
        probed = ProbedAccounts.on(database);
        stores = probed.stores();
    }

    @AfterEach
    void every_connection_is_back_in_the_pool() {
        assertThat(database.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Moment.class,
            names = {"STATEMENT", "BEFORE_COMMIT"})
    void the_whole_work_is_run_again_when_the_database_undid_it(Moment moment) {
        failOn(moment, "account_outbox", 2, "40001");
        List<Integer> committed = new ArrayList<>();

        int result = stores.atomically(() -> {
            int run = runs.incrementAndGet();
            addTown();
            stores.afterCommit(() -> committed.add(run));
            addNotice();
            return run;
        });

        assertThat(result).isEqualTo(3);
        assertThat(committed).containsExactly(3);
        assertThat(towns()).isEqualTo(1);
    }

    @Test
    void the_whole_work_is_undone_when_it_fails_for_good() {
        failOn(Moment.STATEMENT, "account_outbox", 1, "42000");

        assertThatThrownBy(() -> stores.atomically(this::addTownAndNotice))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        refusal -> assertThat(refusal.outcome()).isEqualTo(Outcome.UNCHANGED));

        assertThat(runs).hasValue(1);
        assertThat(towns()).isZero();
    }

    @Test
    void a_commit_that_did_not_answer_is_not_repeated() {
        failOn(Moment.AFTER_COMMIT, "", 1, "08006");

        assertThatThrownBy(() -> stores.atomically(this::addTownAndNotice))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        refusal -> assertThat(refusal.outcome()).isEqualTo(Outcome.UNKNOWN));

        assertThat(runs).hasValue(1);
    }

    @Test
    void what_the_work_throws_comes_out_as_it_is_and_undoes_it_once() {
        RuntimeException ofTheHost = new IllegalStateException(new SQLException("the host's own", "40001"));

        assertThatThrownBy(() -> stores.atomically(() -> {
                    addTownAndNotice();
                    throw ofTheHost;
                }))
                .isSameAs(ofTheHost);

        assertThat(runs).hasValue(1);
        assertThat(towns()).isZero();
    }

    @Test
    void work_that_goes_on_after_a_failed_call_is_not_committed() {
        failOn(Moment.STATEMENT, "account_outbox", 1, "42000");

        assertThatThrownBy(() -> stores.atomically(() -> {
                    addTown();
                    assertThatThrownBy(this::addNotice).isInstanceOf(StorageException.class);
                    return true;
                }))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        refusal -> assertThat(refusal.outcome()).isEqualTo(Outcome.UNCHANGED));

        assertThat(towns()).isZero();
    }

    @Test
    void a_call_within_work_is_not_repeated_alone() {
        failOn(Moment.STATEMENT, "account_outbox", 1, "40001");

        stores.atomically(this::addTownAndNotice);

        assertThat(runs).hasValue(2);
        assertThat(probed.probe().executed().stream().filter(sql -> sql.contains("insert into account_town")))
                .hasSize(2);
    }

    @Test
    void what_is_done_apart_is_repeated_alone_and_stands() {
        failOn(Moment.STATEMENT, "account_attempt", 2, "40001");

        assertThatThrownBy(() -> stores.atomically(() -> {
                    addTownAndNotice();
                    stores.apart(() -> stores.attempts().replace(KEY, Optional.empty(), new Attempts(1, NOW)));
                    throw new BadCredentialsException();
                }))
                .isInstanceOf(BadCredentialsException.class);

        assertThat(runs).hasValue(1);
        assertThat(towns()).isZero();
        assertThat(stores.attempts().find(KEY)).contains(new Attempts(1, NOW));
    }

    private int addTownAndNotice() {
        int run = runs.incrementAndGet();
        addTown();
        addNotice();
        return run;
    }

    private void addTown() {
        stores.towns().insert(new NewTown("Perm", "Russia", 56, 58));
    }

    private void addNotice() {
        stores.outbox().add(Optional.empty(), Kind.RESET_PASSWORD, "", NOW);
    }

    private int towns() {
        return stores.towns().list(0, 10).size();
    }

    private void failOn(Moment where, String table, int times, String sqlState) {
        int[] left = {times};
        probed.probe().failWith((moment, sql) -> {
            boolean meant = moment == where && (moment != Moment.STATEMENT || sql.contains("insert into " + table));
            if (meant && left[0]-- > 0) {
                throw new SQLException("probe", sqlState);
            }
        });
    }
}
