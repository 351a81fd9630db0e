package dev.accounts.jpa;

import static dev.accounts.jpa.database.Proxies.call;
import static dev.accounts.jpa.database.Proxies.proxy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.ProbedDataSource;
import dev.accounts.jpa.database.ProbedDataSource.Moment;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.Registration;
import dev.accounts.model.StorageException;
import dev.accounts.model.StorageException.Outcome;
import dev.accounts.model.UserSearch;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What a replica that fails does to a host, and how its connections are used. */
@OnEachDatabase
class ReplicaFailuresTest {

    private static final String PASSWORD = "k12345678";
    private static final Set<String> TOLD = Set.of("setReadOnly", "prepareStatement", "rollback", "close");

    @Parameter
    TestDatabase database;

    private final ProbedDataSource probe = new ProbedDataSource();
    private final List<String> uses = new ArrayList<>();
    private boolean readOnlyBefore;
    private HikariDataSource pool;
    private JpaAccountStores stores;

    @BeforeEach
    void open() throws SQLException {
        database.empty();
        pool = database.anotherDatabase();
        AccountSchema.of(pool).createIfMissing();
        stores = database.stores().readReplica(probe.over(told(pool)));
    }

    @AfterEach
    void every_connection_is_back_in_the_pool() {
        if (!pool.isClosed()) {
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
            pool.close();
        }
    }

    /** Writes down what is done with connections. */
    private DataSource told(DataSource real) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = call(method, real, arguments);
            return result instanceof Connection connection ? told(connection) : result;
        });
    }

    private Connection told(Connection real) {
        return proxy(Connection.class, (method, arguments) -> {
            if (TOLD.contains(method.getName())) {
                uses.add(method.getName() + (method.getName().equals("setReadOnly") ? " " + arguments[0] : ""));
            }
            return method.getName().equals("isReadOnly") ? readOnlyBefore : call(method, real, arguments);
        });
    }

    private int search() {
        return stores.users().search(UserSearch.all()).size();
    }

    private void assertThatSearchFails() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(this::search)
                .satisfies(refusal -> assertThat(refusal.outcome()).isEqualTo(Outcome.UNCHANGED));
    }

    @Test
    void a_replica_that_is_down_fails_its_reads_and_nothing_else() {
        pool.close();
        Accounts system = Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .build();
        AccountService accounts = system.service();

        long ana = accounts.register(Registration.of("ana", PASSWORD)).id();
        system.maintenance().appointSuperuser(ana);
        String token = accounts.login("ana", PASSWORD).value();

        assertThatSearchFails();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> system.administration().search(ana, UserSearch.all()));
        assertThat(stores.atomically(this::search)).isEqualTo(1);
        assertThat(accounts.getUser(token, ana).username()).isEqualTo("ana");
        accounts.logout(token);
    }

    @Test
    void a_read_that_the_replica_undid_is_repeated() {
        fail(2, "40001");

        assertThat(search()).isZero();
        assertThat(probe.executed()).hasSize(3);
    }

    @Test
    void a_read_is_attempted_three_times() {
        fail(9, "08006");

        assertThatSearchFails();
        assertThat(probe.executed()).hasSize(3);
    }

    @Test
    void another_failure_is_told_at_once() {
        fail(9, "XX000");

        assertThatSearchFails();
        assertThat(probe.executed()).hasSize(1);
    }

    private void fail(int times, String sqlState) {
        int[] left = {times};
        probe.failWith((moment, sql) -> {
            if (moment == Moment.STATEMENT && left[0]-- > 0) {
                throw new SQLException("probe", sqlState);
            }
        });
    }

    @Test
    void a_connection_is_read_only_for_the_time_of_the_read() {
        search();

        assertThat(uses).containsExactly("setReadOnly true", "prepareStatement", "setReadOnly false", "close");
    }

    @Test
    void a_connection_is_given_back_as_it_was_when_the_read_fails() {
        fail(1, "XX000");

        assertThatSearchFails();
        assertThat(uses).containsExactly("setReadOnly true", "prepareStatement", "setReadOnly false", "close");
    }

    @Test
    void a_connection_that_does_not_auto_commit_is_given_back_outside_a_transaction() {
        probe.withoutAutoCommit();

        search();

        assertThat(uses)
                .containsExactly("setReadOnly true", "prepareStatement", "rollback", "setReadOnly false", "close");
    }

    @Test
    void a_connection_that_was_read_only_before_stays_so() {
        readOnlyBefore = true;

        search();

        assertThat(uses).containsExactly("setReadOnly true", "prepareStatement", "setReadOnly true", "close");
    }
}
