package dev.accounts.jpa.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.PlainHibernate;
import dev.accounts.jpa.database.ProbedDataSource;
import dev.accounts.jpa.database.ProbedDataSource.Moment;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.spi.AccountTransactions;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.model.StorageException;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.RollbackException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A host with Hibernate alone writes its rows and accounts in one transaction. */
@OnEachDatabase
class LocalTransactionsTest {

    private static final Registration ANA = Registration.of("ana", "k12345678").email("ana@x.org");
    private final IllegalStateException failure = new IllegalStateException("the host failed");

    @Parameter
    TestDatabase database;

    private final ProbedDataSource probe = new ProbedDataSource();
    private final List<String> heard = new ArrayList<>();
    private EntityManagerFactory unit;
    private AccountTransactions transactions;
    private JpaAccountStores stores;
    private AccountService accounts;

    @BeforeEach
    void open() {
        database.empty();
        unit = PlainHibernate.over(probe.over(database.pool()), HostNote.class);
        transactions = AccountTransactions.local(unit);
        stores = JpaAccountStores.within(transactions);
        accounts = Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .listenAfterCommit(event -> heard.add(event.name()))
                .build()
                .service();
    }

    @AfterEach
    void close() {
        unit.close();
        database.execute("drop table HostNote");
        assertThat(database.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void rows_and_accounts_commit_together() {
        transactions.call(entityManager -> {
            write(entityManager);
            accounts.register(ANA);
            assertThat(heard).isEmpty();
            return true;
        });

        assertThat(notes()).containsExactly("by Hibernate", "by JDBC");
        assertThat(users()).containsExactly("ana");
        assertThat(heard).containsExactly("registered");
    }

    @Test
    void rows_and_accounts_roll_back_together() {
        assertThatThrownBy(() -> transactions.call(entityManager -> {
                    write(entityManager);
                    accounts.register(ANA);
                    accounts.login("ana", "k12345678");
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(notes()).isEmpty();
        assertThat(users()).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void refusals_that_the_host_catches_do_no_harm() {
        accounts.register(ANA);

        transactions.call(entityManager -> {
            write(entityManager);
            assertThatThrownBy(() -> accounts.register(ANA)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> accounts.login("ana", "wrong")).isInstanceOf(BadCredentialsException.class);
            return accounts.register(Registration.of("bob", "k12345678"));
        });

        assertThat(notes()).hasSize(2);
        assertThat(users()).containsExactly("ana", "bob");
    }

    @Test
    void work_that_throws_half_way_takes_the_transaction_with_it() {
        assertThatThrownBy(() -> transactions.call(entityManager -> {
                    write(entityManager);
                    assertThatThrownBy(() -> stores.atomically(() -> {
                                accounts.register(ANA);
                                throw failure;
                            }))
                            .isSameAs(failure);
                    return true;
                }))
                .isInstanceOf(RollbackException.class);

        assertThat(notes()).isEmpty();
        assertThat(users()).isEmpty();
    }

    @Test
    void what_the_database_undid_is_repeated_where_the_host_has_no_transaction() {
        failInsertions(2);

        createTown();

        assertThat(accounts.towns().list(0, 10)).hasSize(1);
    }

    @Test
    void nothing_is_repeated_in_a_transaction_of_the_host() {
        failInsertions(1);

        assertThatThrownBy(() -> transactions.call(entityManager -> {
                    write(entityManager);
                    return createTown();
                }))
                .isInstanceOf(StorageException.class);

        assertThat(notes()).isEmpty();
        assertThat(accounts.towns().list(0, 10)).isEmpty();
    }

    @Test
    void a_call_outside_a_transaction_of_the_host_costs_what_it_costs_with_stores_of_their_own() {
        accounts.register(ANA);
        String token = accounts.login("ana", "k12345678").value();
        probe.reset();

        accounts.me(token);

        assertThat(probe.commits()).isZero();
        assertThat(probe.executed()).hasSize(1);
    }

    @Test
    void accounts_live_a_whole_life() {
        WholeLife.in(stores);
    }

    private static void write(EntityManager entityManager) {
        entityManager.persist(new HostNote("by Hibernate"));
        entityManager.unwrap(Session.class).doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("insert into HostNote (noteText) values ('by JDBC')");
            }
        });
    }

    private List<String> notes() {
        return database.cells("select noteText from HostNote order by noteId");
    }

    private List<String> users() {
        return database.cells("select username from account_user order by id");
    }

    private Object createTown() {
        return accounts.towns().create("Perm", "Russia", 56.3, 58.0);
    }

    private void failInsertions(int times) {
        int[] left = {times};
        probe.failWith((moment, sql) -> {
            if (moment == Moment.STATEMENT && sql.contains("insert into account_town") && left[0]-- > 0) {
                throw new SQLException("probe", "40001");
            }
        });
    }
}
