package dev.accounts.jpa.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.growth.ExplainedDataSource.Explained;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts over 20,000 users, each of whose statements is explained. One for each database of the run. */
record ExplainedAccounts(ExplainedDataSource probe, MovableClock clock, Accounts accounts) {

    private static final int USERS = 20_000;

    /** A batch of a purge reads 500 rows, and deletes them. */
    private static final long MOST_ROWS = 1_000;

    /** As many as there are towns. Tables that grow with the users are longer. */
    private static final long MOST_ROWS_OF_A_SCAN = 300;

    private static final Map<TestDatabase, ExplainedAccounts> OPEN = new ConcurrentHashMap<>();

    /** As no statement had run. H2 is left out: it tells no rows in a form that can be read. */
    static ExplainedAccounts on(TestDatabase database) {
        assumeThat(database.product()).isNotEqualTo("H2");
        ExplainedAccounts accounts = OPEN.computeIfAbsent(database, ExplainedAccounts::open);
        accounts.restart();
        return accounts;
    }

    private static ExplainedAccounts open(TestDatabase database) {
        try {
            HikariDataSource pool = database.anotherDatabase();
            AccountSchema.of(pool).createIfMissing();
            FilledUsers.in(pool, database.product(), USERS);
            ExplainedDataSource probe = new ExplainedDataSource(Plans.of(database.product()));
            JpaAccountStores stores = JpaAccountStores.over(probe.over(pool));
            MovableClock clock = new MovableClock();
            Accounts accounts = Accounts.builder(stores)
                    .passwordHasher(new FastPasswordHasher())
                    .clock(clock)
                    .audit(stores.audit(), AuditPolicy.defaults().forgetDeleted())
                    .build();
            return new ExplainedAccounts(probe, clock, accounts);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void restart() {
        clock.set(Instant.now());
        probe.reset();
    }

    /** Checks the statements since the restart, except those that contain a text. */
    void requireFewRows(String... exceptions) {
        List<Explained> explained = probe.explained();
        assertThat(explained).isNotEmpty();
        assertThat(exceptions)
                .allSatisfy(text -> assertThat(explained)
                        .anySatisfy(statement -> assertThat(statement.sql()).contains(text)));
        assertThat(explained)
                .filteredOn(statement -> List.of(exceptions).stream().noneMatch(statement.sql()::contains))
                .allSatisfy(statement -> assertThat(statement.reads())
                        .as(statement.sql())
                        .allSatisfy(read -> assertThat(read.rows())
                                .as(read.toString())
                                .isLessThanOrEqualTo(read.full() ? MOST_ROWS_OF_A_SCAN : MOST_ROWS)));
    }
}
