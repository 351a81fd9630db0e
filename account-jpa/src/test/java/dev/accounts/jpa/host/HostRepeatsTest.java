package dev.accounts.jpa.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.ProbedDataSource;
import dev.accounts.jpa.database.ProbedDataSource.Moment;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.spi.AccountTransactions;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.model.StorageException;
import dev.accounts.model.StorageException.Outcome;
import dev.accounts.model.Violation;
import dev.accounts.service.AccountService;
import dev.accounts.spi.NewTown;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.testkit.FastPasswordHasher;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.springframework.transaction.support.TransactionTemplate;

/** What is made again over the transactions of a Spring host: nothing while one is under way, else what the database undid. */
@OnEachDatabase
class HostRepeatsTest {

    private static final Registration ANA = Registration.of("ana", "k12345678");

    @Parameter
    TestDatabase database;

    private final AtomicInteger runs = new AtomicInteger();
    private ProbedDataSource probe;
    private SpringHost spring;
    private TransactionTemplate host;
    private JpaAccountStores stores;
    private AccountService accounts;

    @BeforeEach
    void open() {
        database.empty();
        probe = database.probe();
        probe.reset();
        spring = database.probedSpring();
        host = spring.transaction();
        stores = spring.stores();
        accounts = Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .build()
                .service();
    }

    @AfterEach
    void every_connection_is_back_in_the_pool() {
        assertThat(database.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void whoever_is_second_with_a_name_is_told_that_it_is_taken() {
        accounts.register(ANA);
        long bob = accounts.register(Registration.of("bob", "k12345678")).id();
        String token = accounts.login("ana", "k12345678").value();
        onceAt(
                "update account_user",
                () -> CompletableFuture.runAsync(() -> rename(bob, "eve")).join());

        assertThatThrownBy(() -> accounts.changeUsername(token, "k12345678", "eve"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(Violation::code)
                                .containsExactly("taken"));
    }

    @Test
    void what_the_database_undid_is_made_again_where_the_host_has_no_transaction() {
        failInsertions("account_town", 2);
        List<Integer> committed = new ArrayList<>();

        stores.atomically(() -> {
            int run = runs.incrementAndGet();
            stores.afterCommit(() -> committed.add(run));
            return addTown();
        });

        assertThat(committed).containsExactly(3);
        assertThat(stores.towns().list(0, 10)).hasSize(1);
    }

    @Test
    void a_single_call_is_made_again_where_the_host_has_no_transaction() {
        failInsertions("account_town", 2);

        addTown();

        assertThat(stores.towns().list(0, 10)).hasSize(1);
    }

    @Test
    void nothing_is_made_again_in_a_transaction_of_the_host() {
        failInsertions("account_town", 1);

        assertThatThrownBy(() -> host.execute(status -> addTown()))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        refusal -> assertThat(refusal.outcome()).isEqualTo(Outcome.UNCHANGED));

        assertThat(stores.towns().list(0, 10)).isEmpty();
    }

    @Test
    void a_seam_that_denies_its_transactions_is_refused() {
        AccountTransactions denying = new AccountTransactions() {
            @Override
            public <R> R call(Function<EntityManager, R> work) {
                return spring.seam().call(work);
            }

            @Override
            public <R> R callNew(Function<EntityManager, R> work) {
                return spring.seam().callNew(work);
            }

            @Override
            public boolean isUnderWay() {
                return false;
            }
        };

        assertThatThrownBy(() -> JpaAccountStores.within(denying))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("isUnderWay() of " + denying.getClass().getName());
    }

    @Test
    void a_database_that_is_down_is_told_as_a_refusal() {
        probe.failWith((moment, sql) -> {
            throw new SQLException("gone", "08006");
        });

        assertThatThrownBy(() -> accounts.register(ANA)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> accounts.me("a".repeat(40))).isInstanceOf(StorageException.class);
    }

    private Object addTown() {
        return stores.towns().insert(town());
    }

    private static NewTown town() {
        return new NewTown("Perm", "Russia", 56, 58);
    }

    private void rename(long id, String name) {
        StoredUser user = database.stores().users().read(UserKey.id(id)).orElseThrow();
        assertThat(database.stores().users().replace(user.withUsername(name, name)))
                .isTrue();
    }

    private void failInsertions(String table, int times) {
        int[] left = {times};
        probe.failWith((moment, sql) -> {
            if (moment == Moment.STATEMENT && sql.contains("insert into " + table) && left[0]-- > 0) {
                throw new SQLException("probe", "40001");
            }
        });
    }

    private void onceAt(String statement, Runnable action) {
        boolean[] done = {false};
        probe.failWith((moment, sql) -> {
            if (moment == Moment.STATEMENT && sql.contains(statement) && !done[0]) {
                done[0] = true;
                action.run();
            }
        });
    }
}
